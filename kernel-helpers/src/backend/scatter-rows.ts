import type { NamedTensorMap, Tensor, Variable } from "@tensorflow/tfjs";
import type { Tensorflow } from "./contract.ts";
import { scatterKernelName } from "./scatter-kernels.ts";

/**
 * table[ids[i]] += scale · rows[i] for each i in order: the sparse step of stochastic gradient descent. Changes `table`
 * in place, shape (V, d); `ids` has shape (n) and dtype int32, `rows` shape (n, d). An id that occurs twice is added
 * twice.
 *
 * Throws RangeError for other shapes. For an id outside the table, cpu, wasm, native and webgl throw RangeError before
 * anything changes; other GPUs skip the row. A variable made from a Float32Array may share its memory (cpu, native).
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
  if (Array.isArray(moved)) return; // no output: the table itself was changed
  table.assign(moved);
  moved.dispose();
}
