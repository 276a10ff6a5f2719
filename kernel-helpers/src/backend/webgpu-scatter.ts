import type { KernelFunc, TensorInfo } from "@tensorflow/tfjs";
import { inputOf, sizeOf } from "./kernel-types.ts";

/** The parts of tfjs' WebGPU backend that this kernel uses; tfjs does not export them. */
interface WebGpuBackend {
  readonly tensorMap: { get(dataId: object): { values: unknown } };
  uploadToGPU(dataId: object): void;
  runWebGPUProgram(
    program: object,
    inputs: readonly TensorInfo[],
    dtype: "float32",
    uniforms: readonly { readonly type: "float32" | "int32"; readonly data: readonly number[] }[],
    output: TensorInfo,
  ): TensorInfo;
}

// One thread per number of `rows`. WGSL has no atomic addition of floats: each thread retries a compare-and-swap of the
// bits until no other thread has overwritten them. A row outside the table is skipped.
const code = `
fn main(index : i32) {
  if (index < uniforms.total) {
    let r = index / uniforms.width;
    let id = ids[r];
    if (id >= 0 && id < uniforms.count) {
      let at = id * uniforms.width + index - r * uniforms.width;
      let change = uniforms.scale * rows[index];
      var old = atomicLoad(&result[at]);
      loop {
        let tried = atomicCompareExchangeWeak(&result[at], old, bitcast<i32>(bitcast<f32>(old) + change));
        if (tried.exchanged) { break; }
        old = tried.old_value;
      }
    }
  }
}`;

/** W2VScatterRows on a GPU. It cannot throw for an index outside the table, since it would have to wait for the GPU. */
export const webgpuScatter: KernelFunc = (call) => {
  const backend = call.backend as unknown as WebGpuBackend;
  const [table, ids, rows] = [inputOf(call, "table"), inputOf(call, "ids"), inputOf(call, "rows")];
  const [count = 0, width = 0] = table.shape;
  const total = sizeOf(rows.shape);
  if (total === 0) return [];
  backend.uploadToGPU(table.dataId);
  backend.tensorMap.get(table.dataId).values = null; // otherwise .data() returns the old copy
  const uniforms = [
    { type: "float32", data: [(call.attrs as { scale: number }).scale] },
    { type: "int32", data: [total] },
    { type: "int32", data: [width] },
    { type: "int32", data: [count] },
  ] as const;
  backend.runWebGPUProgram(scatterProgram(total, table.shape), [rows, ids], "float32", uniforms, table);
  return [];
};

function scatterProgram(total: number, outputShape: readonly number[]): object {
  const groups = Math.ceil(total / 64);
  return {
    variableNames: ["rows", "ids"],
    uniforms: "scale : f32, total : i32, width : i32, count : i32,",
    atomic: true,
    workgroupSize: [64, 1, 1],
    shaderKey: "w2vScatterRows",
    outputShape,
    dispatchLayout: { x: [0, 1] },
    dispatch: [groups, 1, 1],
    getUserCode: () => code,
  };
}
