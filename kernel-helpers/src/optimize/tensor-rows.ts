import type { Scalar, Tensor1D, Tensor2D } from "@tensorflow/tfjs";
import type { Tensorflow } from "../backend/index.ts";
import type { EveryRow, SeenRows } from "../model/index.ts";
import { distinctRows } from "./distinct-rows.ts";

/** Gradients on the device with duplicates summed, as an optimiser needs them. */
export interface SummedRows {
  /** The rows, each once, int32, shape [U]. */
  readonly ids: Tensor1D;
  /** How many examples move each row, shape [U]. */
  readonly weights: Tensor1D;
  /** Summed gradients, shape [U, d]. */
  readonly rows: Tensor2D;
}

/** g_r = Σ over the places of row r. `count` is V. Call it inside `tf.tidy`. */
export function summedRows(tf: Tensorflow, gradients: SeenRows | EveryRow, count: number): SummedRows {
  if (!gradients.ids) return { ...gradients, ids: tf.range(0, count, 1, "int32") };
  const { ids, places, weights } = distinctRows(gradients.ids, gradients.weights, count);
  const rows = tf.unsortedSegmentSum(gradients.rows, tf.tensor1d(places, "int32"), ids.length) as Tensor2D;
  return { ids: tf.tensor1d(ids, "int32"), weights: tf.tensor1d(weights), rows };
}

/** g_r · min(1, τ / (α n_r)), see `rowScale`. */
export function limitTensorRows(
  tf: Tensorflow,
  gradients: SummedRows,
  alpha: number,
  rowStep: number,
): SummedRows {
  if (rowStep === 0) return gradients;
  const scales = tf.minimum(1, tf.div(rowStep / alpha, gradients.weights)).expandDims(1);
  return { ...gradients, rows: tf.mul(gradients.rows, scales) as Tensor2D };
}

/** g_r · min(1, c / ‖g_r‖), see `normScale`. */
export function clipTensorRows(tf: Tensorflow, gradients: SummedRows, limit: number): SummedRows {
  if (limit === 0) return gradients;
  const norms = tf.sqrt(tf.sum(tf.square(gradients.rows), 1, true)) as Tensor2D; // [U, 1]
  return { ...gradients, rows: tf.mul(gradients.rows, tensorNormScale(tf, norms, limit)) };
}

/** Both tables' g · min(1, c / √(Σ ‖g_r‖²)), see `normScale`. */
export function clipTensorNorm(
  tf: Tensorflow,
  both: readonly [SummedRows, SummedRows],
  limit: number,
): readonly [SummedRows, SummedRows] {
  if (limit === 0) return both;
  const [a, b] = both.map(({ rows }) => tf.sum(tf.square(rows))) as [Scalar, Scalar];
  const scale = tensorNormScale(tf, tf.sqrt(tf.add(a, b)) as Scalar, limit);
  const scaled = (one: SummedRows): SummedRows => ({ ...one, rows: tf.mul(one.rows, scale) });
  return [scaled(both[0]), scaled(both[1])];
}

function tensorNormScale<Norms extends Tensor2D | Scalar>(
  tf: Tensorflow,
  norms: Norms,
  limit: number,
): Norms {
  return tf.div(limit, tf.maximum(norms, limit)); // c / max(‖g‖, c): no division by a norm of zero
}
