import type { NamedTensorMap, Tensor, Variable } from "@tensorflow/tfjs";
import type { Tensorflow } from "./contract.ts";
import { scatterKernelName } from "./scatter-kernels.ts";

/**
 * table[ids[i]] += scale · rows[i] for each i in order: the sparse step of stochastic gradient descent.
 * Changes `table` in place, shape (V, d); `ids` has shape (n) and dtype int32, `rows` shape (n, d). An id that comes
 * twice is added twice. Throws RangeError for other shapes and, on cpu and wasm, for an id outside the table, before
 * anything changes; a GPU leaves such a row out. A variable made from a Float32Array may share its memory (cpu).
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
  if (tf.getBackend() === "tensorflow") scatterByCopy(tf, table, ids, rows, scale);
  else tf.engine().runKernel(scatterKernelName, { table, ids, rows } as unknown as NamedTensorMap, { scale });
}

/** The parts of tfjs-node's backend that are used here. */
interface TensorflowBackend {
  readonly binding: { readonly TF_ATTR_TYPE: number; readonly TF_FLOAT: number; readonly TF_INT32: number };
  executeSingleOutput(name: string, attributes: readonly object[], inputs: readonly Tensor[]): Tensor;
}

/** libtensorflow's tensors do not change: this makes a new table and assigns it. */
function scatterByCopy(tf: Tensorflow, table: Variable, ids: Tensor, rows: Tensor, scale: number): void {
  const backend = tf.backend() as unknown as TensorflowBackend;
  const { TF_ATTR_TYPE: type, TF_FLOAT, TF_INT32 } = backend.binding;
  const attributes = [
    { name: "T", type, value: TF_FLOAT },
    { name: "Tindices", type, value: TF_INT32 },
  ];
  tf.tidy(() => {
    const inputs = [table, ids.expandDims(1), tf.mul(rows, scale)];
    table.assign(backend.executeSingleOutput("TensorScatterAdd", attributes, inputs));
  });
}
