import type { Rank, Tensor2D, Variable } from "@tensorflow/tfjs";
import type { Tensorflow } from "../backend/index.ts";
import { addTensorRows, type EveryRow, type SeenRows } from "../model/index.ts";
import { distinctRows } from "./distinct-rows.ts";
import { rowScale } from "./scales.ts";

/**
 * x_r -= α min(1, τ / (α n_r)) g_r, in place, without summing a row's gradients first: the limit is one factor per
 * place of the batch, a product of shape [n, d], and is skipped when no row exceeds it.
 */
export function tensorSgd(
  tf: Tensorflow,
  table: Variable<Rank.R2>,
  gradients: SeenRows | EveryRow,
  alpha: number,
  rowStep: number,
): void {
  tf.tidy(() => addTensorRows(tf, table, limited(tf, gradients, alpha, rowStep, table.shape[0]), -alpha));
}

function limited(
  tf: Tensorflow,
  gradients: SeenRows | EveryRow,
  alpha: number,
  rowStep: number,
  count: number,
): SeenRows | EveryRow {
  if (rowStep === 0) return gradients;
  if (!gradients.ids) {
    const scales = tf.minimum(1, tf.div(rowStep / alpha, gradients.weights)).expandDims(1);
    return { ...gradients, rows: tf.mul(gradients.rows, scales) as Tensor2D };
  }
  const { places, weights } = distinctRows(gradients.ids, gradients.weights, count);
  if (weights.every((weight) => alpha * weight <= rowStep)) return gradients;
  const scales = weights.map((weight) => rowScale(weight, alpha, rowStep));
  const column = Float32Array.from(places, (place) => scales[place] as number);
  return { ...gradients, rows: tf.mul(gradients.rows, tf.tensor2d(column, [column.length, 1])) as Tensor2D };
}
