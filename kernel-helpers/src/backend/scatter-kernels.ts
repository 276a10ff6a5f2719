import type { KernelFunc, TensorInfo } from "@tensorflow/tfjs";
import {
  type CpuBackend,
  inputOf,
  type KernelCall,
  requireRows,
  sizeOf,
  type WasmBackend,
} from "./kernel-types.ts";

/**
 * Name of our kernel: table[ids[i]] += scale · rows[i], in place and without output; on webgl it returns a new table.
 */
export const scatterKernelName = "W2VScatterRows";

type Numbers = Float32Array | Int32Array;

export const cpuScatter: KernelFunc = (call) => {
  const { data } = call.backend as CpuBackend;
  const numbers = (name: string): Numbers => data.get(inputOf(call, name).dataId).values;
  addRows(call, numbers("table"), numbers("ids"), numbers("rows"));
  return [];
};

export const wasmScatter: KernelFunc = (call) => {
  const backend = call.backend as WasmBackend;
  const numbers = (name: string): Numbers => backend.typedArrayFromHeap(inputOf(call, name));
  addRows(call, numbers("table"), numbers("ids"), numbers("rows"));
  forgetPackedWeights(backend, inputOf(call, "table"));
  return [];
};

function addRows(call: KernelCall, table: Numbers, ids: Numbers, rows: Numbers): void {
  const [count = 0, width = 0] = inputOf(call, "table").shape;
  const { scale } = call.attrs as { scale: number };
  requireRows("Cannot update rows", ids, count); // before the first change: all rows or none
  for (let i = 0; i < ids.length; i++) {
    const to = (ids[i] as number) * width;
    for (let d = 0; d < width; d++)
      table[to + d] = (table[to + d] as number) + scale * (rows[i * width + d] as number);
  }
}

/**
 * XNNPACK caches a packed copy of the right factor of a product under the tensor's id, so a product after an in-place
 * update would use the old numbers. Releasing the id and registering it again drops the copy.
 */
function forgetPackedWeights(backend: WasmBackend, table: TensorInfo): void {
  const { id, memoryOffset } = backend.dataIdMap.get(table.dataId);
  backend.wasm.tfjs.disposeData(id);
  backend.wasm.tfjs.registerTensor(id, sizeOf(table.shape), memoryOffset);
}
