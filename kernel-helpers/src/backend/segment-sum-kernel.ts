import type { KernelFunc, TensorInfo } from "@tensorflow/tfjs";
import {
  type CpuBackend,
  inputOf,
  type KernelCall,
  requireRows,
  sizeOf,
  type WasmBackend,
} from "./kernel-types.ts";

type Numbers = Float32Array | Int32Array;

/**
 * UnsortedSegmentSum for wasm, which lacks it (tensorflow/tfjs#8082), so that the gradient of `tf.gather` works: out[s]
 * = Σ_{i: ids[i] = s} x[i]. Negative ids are skipped, as in TensorFlow.
 */
export const wasmSegmentSum: KernelFunc = (call) => {
  const backend = call.backend as WasmBackend;
  const { x, segmentIds, shape } = segments(call);
  requireRows("Cannot add up segments", backend.typedArrayFromHeap(segmentIds), shape[0] as number, true);
  const out = backend.makeOutput(shape, x.dtype);
  const sums = backend.typedArrayFromHeap(out).fill(0); // views after the allocation: the heap may have moved
  addSegments(
    sums,
    backend.typedArrayFromHeap(x),
    backend.typedArrayFromHeap(segmentIds),
    sizeOf(shape.slice(1)),
  );
  return out;
};

/** The same for cpu, where the stock kernel takes minutes for one training step. */
export const cpuSegmentSum: KernelFunc = (call) => {
  const backend = call.backend as CpuBackend;
  const { x, segmentIds, shape } = segments(call);
  const ids = backend.data.get(segmentIds.dataId).values;
  requireRows("Cannot add up segments", ids, shape[0] as number, true);
  const size = sizeOf(shape);
  const sums = x.dtype === "float32" ? new Float32Array(size) : new Int32Array(size);
  addSegments(sums, backend.data.get(x.dataId).values, ids, sizeOf(shape.slice(1)));
  return backend.makeTensorInfo(shape, x.dtype, sums);
};

function segments(call: KernelCall): { x: TensorInfo; segmentIds: TensorInfo; shape: number[] } {
  const [x, segmentIds] = [inputOf(call, "x"), inputOf(call, "segmentIds")];
  const { numSegments } = call.attrs as { numSegments: number };
  return { x, segmentIds, shape: [numSegments, ...x.shape.slice(segmentIds.shape.length)] };
}

function addSegments(sums: Numbers, x: Numbers, ids: Numbers, width: number): void {
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i] as number;
    if (id < 0) continue;
    const to = id * width;
    for (let d = 0; d < width; d++) sums[to + d] = (sums[to + d] as number) + (x[i * width + d] as number);
  }
}
