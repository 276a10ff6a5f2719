import type { NamedTensorMap, Tensor, Variable } from "@tensorflow/tfjs";
import type { Tensorflow } from "./contract.ts";
import { scatterKernelName } from "./scatter-kernels.ts";

/**
 * table[ids[i]] += scale · rows[i] for each i in order: the sparse step of stochastic gradient descent.
 * Changes `table` in place, shape (V, d); `ids` has shape (n) and dtype int32, `rows` shape (n, d). An id that comes
 * twice is added twice. Throws RangeError for other shapes and, on cpu, wasm and native, for an id outside the table,
 * before anything changes, and so on webgl; other GPUs leave such a row out. A variable made from a Float32Array may share its memory
 * (cpu, native).
 */
export function scatterRows(tf: Tensorflow, table: Variable, ids: Tensor, rows: Tensor, scale: number): void {
  const [count, width] = [ids.shape[0], table.shape[1]];
  const fits = table.shape.length === 2 && ids.shape.length === 1 && ids.dtype === "int32";
  if (!fits || rows.shape.length !== 2 || rows.shape[0] !== count || rows.shape[1] !== width) {
    throw new RangeError(
      "Cannot update rows as the table must have shape (V, d), ids int32 of shape (n), rows shape (n, d): " +
        `table has shape (${table.shape}), ids are ${ids.dtype} of shape (${ids.shape}), rows have (${rows.shape})`,
    );
  }
  const inputs = { table, ids, rows } as unknown as NamedTensorMap;
  const moved = tf.engine().runKernel(scatterKernelName, inputs, { scale });
  if (Array.isArray(moved)) return; // empty: the table itself has changed
  table.assign(moved);
  moved.dispose();
}
