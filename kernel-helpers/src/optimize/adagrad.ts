import type { Rank, Variable } from "@tensorflow/tfjs";
import { scatterRows, type Tensorflow } from "../backend/index.ts";
import { row, type Table } from "../base/index.ts";
import type { RowGradients } from "../model/index.ts";
import type { SummedRows } from "./tensor-rows.ts";

/** ε of Adagrad: only prevents 0 / 0. */
const EPSILON = 1e-10;

/**
 * Adagrad (Duchi, Hazan and Singer 2011, figure 1), for each number of each touched row, in place:
 *
 *   G += g²,   x -= α g / (√G + ε)
 *
 * `accumulator` is G, shape (V, d), and starts at 0, as in the paper: a first step is then α, whatever the size of g.
 * `tf.train.adagrad` starts it at 0.1, as TensorFlow does: while G is well below 0.1, a step is α g / 0.32, and the
 * first gradients of word2vec, about 1e-3, move nothing.
 */
export function adagradRows(table: Table, accumulator: Table, gradients: RowGradients, alpha: number): void {
  gradients.ids.forEach((id, at) => {
    const [x, G, g] = [row(table, id), row(accumulator, id), row(gradients.rows, at)];
    for (let i = 0; i < g.length; i++) {
      G[i] = (G[i] as number) + (g[i] as number) ** 2;
      x[i] = (x[i] as number) - (alpha * (g[i] as number)) / (Math.sqrt(G[i] as number) + EPSILON);
    }
  });
}

/** The device version of `adagradRows`, float32. */
export function tensorAdagrad(
  tf: Tensorflow,
  table: Variable<Rank.R2>,
  accumulator: Variable<Rank.R2>,
  { ids, rows }: SummedRows,
  alpha: number,
): void {
  tf.tidy(() => {
    scatterRows(tf, accumulator, ids, tf.square(rows), 1);
    const roots = tf.add(tf.sqrt(tf.gather(accumulator, ids)), EPSILON);
    scatterRows(tf, table, ids, tf.div(rows, roots), -alpha);
  });
}
