import type { Scalar, Variable } from "@tensorflow/tfjs";
import { scatterRows, type Tensorflow } from "../backend/index.ts";
import type { Batch } from "./batch.ts";
import { type EveryRow, type SeenRows, tensorGradients } from "./tensor-gradients.ts";
import type { TensorModel } from "./tensor-model.ts";

/**
 * The twin of `trainStep` for B examples at once: every gradient is computed with the old tables, then
 * all are added, duplicates included:
 *
 *   v_c -= α Σ_b w_bc ∂L_b/∂h_b,   u_j -= α Σ_b e_bj h_b
 *
 * Updates both tables of `model` in place and returns the mean loss before the update, a tensor that the caller
 * disposes. The sum over the batch, not its mean, gives α the same meaning as for single examples. The price: in a large
 * batch the rows of frequent words move too far, and training diverges; `tensorOptimizer` limits them.
 */
export function tensorStep(tf: Tensorflow, model: TensorModel, batch: Batch, alpha: number): Scalar {
  return tf.tidy(() => {
    const { loss, input, output } = tensorGradients(tf, model, batch);
    addTensorRows(tf, model.input, input, -alpha);
    addTensorRows(tf, model.output, output, -alpha);
    return loss;
  });
}

/** table += scale · gradients, in place; rows that occur twice are added twice. */
export function addTensorRows(
  tf: Tensorflow,
  table: Variable,
  gradients: SeenRows | EveryRow,
  scale: number,
): void {
  const { ids, rows } = gradients;
  tf.tidy(() => {
    if (ids) scatterRows(tf, table, tf.tensor1d(ids, "int32"), rows, scale);
    else table.assign(tf.add(table, tf.mul(rows, scale)));
  });
}
