import type { KernelFunc, TensorInfo } from "@tensorflow/tfjs";
import { inputOf, requireRows } from "./kernel-types.ts";

/** The parts of tfjs' WebGL backend that this kernel uses; tfjs does not export them. */
interface WebGlBackend {
  readSync(dataId: object): Int32Array;
  makeTensorInfo(shape: number[], dtype: "int32", values: Int32Array): TensorInfo;
  disposeIntermediateTensorInfo(tensor: TensorInfo): void;
  runWebGLProgram(
    program: object,
    inputs: readonly TensorInfo[],
    dtype: "float32",
    uniforms: readonly (readonly number[])[],
  ): TensorInfo;
}

// One fragment per number of the table: a WebGL shader cannot choose where it writes, so each row collects its changes.
const code = `
void main() {
  ivec2 at = getOutputCoords();
  float sum = 0.0;
  int end = int(getStarts(at.x + 1));
  for (int k = int(getStarts(at.x)); k < end; k++) sum += getRows(int(getOrder(k)), at.y);
  setOutput(getTable(at.x, at.y) + scale * sum);
}`;

/** W2VScatterRows on WebGL, which cannot write into a tensor that it reads: it returns a new one. */
export const webglScatter: KernelFunc = (call) => {
  const backend = call.backend as unknown as WebGlBackend;
  const [table, ids, rows] = [inputOf(call, "table"), inputOf(call, "ids"), inputOf(call, "rows")];
  const [count = 0, width = 0] = table.shape;
  const found = backend.readSync(ids.dataId); // still on the CPU where nothing has computed with them
  requireRows("Cannot update rows", found, count);
  if (found.length === 0) return [];
  const { starts, order } = placesByRow(found, count);
  const lists = [starts, order].map((list) => backend.makeTensorInfo([list.length], "int32", list));
  const program = {
    variableNames: ["table", "rows", "starts", "order"],
    customUniforms: [{ name: "scale", type: "float" }],
    outputShape: [count, width],
    userCode: code,
  };
  const { scale } = call.attrs as { scale: number };
  const moved = backend.runWebGLProgram(program, [table, rows, ...lists], "float32", [[scale]]);
  for (const list of lists) backend.disposeIntermediateTensorInfo(list);
  return moved;
};

/** Row r occurs in `ids` at the places order[starts[r]] … order[starts[r + 1] - 1], in order. */
export function placesByRow(
  ids: Int32Array,
  count: number,
): { readonly starts: Int32Array; readonly order: Int32Array } {
  const starts = new Int32Array(count + 1);
  for (const id of ids) starts[id + 1] = (starts[id + 1] as number) + 1;
  for (let row = 0; row < count; row++)
    starts[row + 1] = (starts[row + 1] as number) + (starts[row] as number);
  const next = starts.slice();
  const order = new Int32Array(ids.length);
  ids.forEach((id, place) => {
    order[next[id] as number] = place;
    next[id] = (next[id] as number) + 1;
  });
  return { starts, order };
}
