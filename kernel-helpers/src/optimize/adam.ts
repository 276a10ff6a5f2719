import type { Rank, Variable } from "@tensorflow/tfjs";
import { scatterRows, type Tensorflow } from "../backend/index.ts";
import { row, type Table } from "../base/index.ts";
import type { RowGradients } from "../model/index.ts";
import type { SummedRows } from "./tensor-rows.ts";

const BETA1 = 0.9;
const BETA2 = 0.999;
const EPSILON = 1e-8;

/** The two running means of Adam, shape (V, d), zero at the start. */
export interface Moments<Values> {
  /** m, of the gradients. */
  readonly mean: Values;
  /** v, of their squares. */
  readonly square: Values;
}

/**
 * Adam (Kingma and Ba 2015, algorithm 1) in its lazy form for embeddings, for each number of each touched row, in
 * place; β1 = 0.9, β2 = 0.999, ε = 1e-8, `t` counts the updates from 1:
 *
 *   m += (1 - β1) (g - m),   v += (1 - β2) (g² - v),   x -= α √(1 - β2^t) / (1 - β1^t) · m / (√v + ε)
 *
 * Dense Adam does this to every row at every update: a row that the batch does not touch has g = 0, its m and v shrink,
 * and it goes on moving along its old m. Here such a row stays as it is, so an update touches U rows and not V. `t` is
 * the count of the training, not of the row, as in PyTorch's SparseAdam and TensorFlow's LazyAdam: a row that is first
 * touched late gets a first step of about (1 - β1) / √(1 - β2) = 3.2 times α.
 */
export function lazyAdamRows(
  table: Table,
  { mean, square }: Moments<Table>,
  gradients: RowGradients,
  alpha: number,
  t: number,
): void {
  const step = alpha * correction(t);
  gradients.ids.forEach((id, at) => {
    const [x, m, v, g] = [row(table, id), row(mean, id), row(square, id), row(gradients.rows, at)];
    for (let i = 0; i < g.length; i++) {
      const gradient = g[i] as number;
      m[i] = (m[i] as number) + (1 - BETA1) * (gradient - (m[i] as number));
      v[i] = (v[i] as number) + (1 - BETA2) * (gradient ** 2 - (v[i] as number));
      x[i] = (x[i] as number) - (step * (m[i] as number)) / (Math.sqrt(v[i] as number) + EPSILON);
    }
  });
}

/** The device version of `lazyAdamRows`, float32. */
export function tensorAdam(
  tf: Tensorflow,
  table: Variable<Rank.R2>,
  { mean, square }: Moments<Variable<Rank.R2>>,
  { ids, rows }: SummedRows,
  alpha: number,
  t: number,
): void {
  tf.tidy(() => {
    scatterRows(tf, mean, ids, tf.sub(rows, tf.gather(mean, ids)), 1 - BETA1);
    scatterRows(tf, square, ids, tf.sub(tf.square(rows), tf.gather(square, ids)), 1 - BETA2);
    const moves = tf.div(tf.gather(mean, ids), tf.add(tf.sqrt(tf.gather(square, ids)), EPSILON));
    scatterRows(tf, table, ids, moves, -alpha * correction(t));
  });
}

/** √(1 - β2^t) / (1 - β1^t): corrects for the means' start at zero. */
function correction(t: number): number {
  return Math.sqrt(1 - BETA2 ** t) / (1 - BETA1 ** t);
}
