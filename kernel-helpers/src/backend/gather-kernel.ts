import type { KernelFunc, TensorInfo } from "@tensorflow/tfjs";
import { inputOf, type KernelCall, requireRows, sizeOf, type WasmBackend } from "./kernel-types.ts";

/**
 * GatherV2 for wasm: rows of a float32 tensor along axis 0, one copy per row. The stock kernel allocates a C++ vector
 * for every number, which took 35 of a training step's 42 ms. Everything else goes to `stock`.
 */
export function gatherKernel(stock: KernelFunc): KernelFunc {
  return (call) => {
    const { axis = 0, batchDims = 0 } = call.attrs as { axis?: number; batchDims?: number };
    const x = inputOf(call, "x");
    const known = axis === 0 && batchDims === 0 && x.dtype === "float32" && x.shape.length > 0;
    return known ? gatherRows(call, x) : stock(call);
  };
}

function gatherRows(call: KernelCall, x: TensorInfo): TensorInfo {
  const backend = call.backend as WasmBackend;
  const indices = inputOf(call, "indices");
  const [rows = 0, ...rest] = x.shape;
  requireRows("Cannot gather", backend.typedArrayFromHeap(indices), rows);
  const out = backend.makeOutput([...indices.shape, ...rest], x.dtype);
  const width = sizeOf(rest);
  const source = backend.typedArrayFromHeap(x); // after the allocation, which may move the heap
  const ids = backend.typedArrayFromHeap(indices);
  const target = backend.typedArrayFromHeap(out);
  for (let i = 0; i < ids.length; i++) {
    const from = (ids[i] as number) * width;
    // Below some 32 numbers a loop is faster than the two calls.
    if (width >= 32) target.set(source.subarray(from, from + width), i * width);
    else for (let d = 0; d < width; d++) target[i * width + d] = source[from + d] as number;
  }
  return out;
}
