// %% [markdown] name="title"
// # 10 Batches and GPUs: exercises
//
// Back to the lesson: [10 Batches and GPUs: the same step, many pairs at once](../notebooks/10-batches-and-gpu.ipynb).
//
// Four functions, 11 points: rows added where ids repeat, a logarithm that does not overflow, the size of a gradient, and
// a whole training step on tensors. Write each where it says TODO, then run the check below it. A check here is
// practice, not a grade. Add cells and helper functions as you like.
//
// The checks of tensors run on the backend `cpu`, which every machine has and whose numbers can be read at once. What you
// write runs on a GPU as it is.

// %% name="imports"
import {
  addScaled,
  check,
  type Model,
  onTables,
  openBackend,
  row,
  scatterRows,
  seededRandom,
  showTable,
  skipGramNegativeStep,
  type Table,
  type TensorBatchStep,
  type TensorModel,
} from "kernel-helpers";
import type { Scalar, Tensor1D, Tensor2D } from "@tensorflow/tfjs";

// %% [markdown] name="scatter-add-rows-text" exercise="scatter-add-rows"
// ## 1 Rows where ids repeat (2 points)
//
// Write `scatterAddRows`: for each $i$, add `scale` times row $i$ of `rows` to row `ids[i]` of `table`, in place. If an id
// comes three times, three rows are added to its row. Return nothing. `row(table, i)` is row $i$ as a view,
// `addScaled(x, s, y)` adds $s\,y$ to $x$ in place. (About 1 line.)

// %% name="scatter-add-rows" exercise="scatter-add-rows"
/** table[ids[i]] += scale · rows[i] for each i, in place. */
function scatterAddRows(
  table: Table,
  ids: readonly number[],
  rows: Table,
  scale: number,
): void {
  // BEGIN SOLUTION
  for (const [i, id] of ids.entries()) addScaled(row(table, id), scale, row(rows, i));
  // END SOLUTION
}

// %% name="scatter-add-rows-check" check="scatter-add-rows"
await check("10-batches-and-gpu/scatter-add-rows", scatterAddRows);

// %% name="scatter-add-rows-hidden" hidden="scatter-add-rows" points="1"
import { exercises, runExercise } from "kernel-helpers";

runExercise(exercises["10-batches-and-gpu/scatter-add-rows"], scatterAddRows, {
  seed: 20_261_125,
});

// %% [markdown] name="log-sigmoid-text" exercise="log-sigmoid"
// ## 2 A logarithm that does not overflow (2 points)
//
// Write `logSigmoid`: $\log \sigma(x) = -\log(1 + e^{-x})$. It must work for *every* $x$, also for $-20\,000$ and
// $20\,000$, and be right to nine digits even where it is tiny: $\log \sigma(40) = -4.248354255 \cdot 10^{-18}$. Use
// `Math.exp`, `Math.log` or `Math.log1p` (`Math.log1p(y)` is $\log(1 + y)$, exact for small $y$), not the course's
// `softplus`. (About 1 line.)

// %% name="log-sigmoid" exercise="log-sigmoid"
/** log σ(x), finite for every finite x. */
function logSigmoid(x: number): number {
  // BEGIN SOLUTION
  return Math.min(x, 0) - Math.log1p(Math.exp(-Math.abs(x)));
  // END SOLUTION
}

// %% name="log-sigmoid-check" check="log-sigmoid"
await check("10-batches-and-gpu/log-sigmoid", logSigmoid);

// %% name="log-sigmoid-hidden" hidden="log-sigmoid" points="1"
runExercise(exercises["10-batches-and-gpu/log-sigmoid"], logSigmoid, {
  seed: 20_261_125,
});

// %% [markdown] name="gradient-bytes-text" exercise="gradient-bytes"
// ## 3 What a gradient weighs (2 points)
//
// A model has two tables of shape $[V, d]$. A batch has $B$ pairs, each with a center, a context word and $K$ noise
// words. Write `gradientBytes`: the number of bytes that the gradients of *both* tables take in float32. Return an
// object with two numbers:
//
// - `dense` if autodiff makes the gradients, each as large as its table;
// - `rows` if there is one row of gradient for each place in the batch that uses a row of a table. A row that is used at
//   several places counts at each of them. The ids of the rows do not count.
//
// (About 4 lines.)

// %% name="gradient-bytes" exercise="gradient-bytes"
/** Bytes of both gradients in float32, whole and by rows. */
function gradientBytes(
  V: number,
  d: number,
  B: number,
  K: number,
): { dense: number; rows: number } {
  // BEGIN SOLUTION
  const bytes = 4;
  const places = B + B * (1 + K); // centers, then context and noise words
  return { dense: 2 * V * d * bytes, rows: places * d * bytes };
  // END SOLUTION
}

// %% name="gradient-bytes-check" check="gradient-bytes"
await check("10-batches-and-gpu/gradient-bytes", gradientBytes);

// %% name="gradient-bytes-hidden" hidden="gradient-bytes" points="1"
runExercise(exercises["10-batches-and-gpu/gradient-bytes"], gradientBytes, {
  seed: 20_261_125,
});

// %% [markdown] name="batch-step-text" exercise="batch-step"
// ## 4 One step on a batch (5 points)
//
// Write `batchStep`: Skip-Gram with negative sampling for $B$ pairs at once, on tensors. `centers` has shape $[B]$,
// `words` shape $[B, 1 + K]$: the context word of the pair first (label 1), then its noise words (label 0). With
// $e_{bj} = \sigma(u_{w_{bj}} \cdot v_{c_b}) - t_j$, where $t_j$ is the label at place $j$,
//
// $$v_i \leftarrow v_i - \alpha \sum_{b:\, c_b = i}\ \sum_j e_{bj}\, u_{w_{bj}} \qquad u_i \leftarrow u_i - \alpha \sum_{(b,j):\, w_{bj} = i} e_{bj}\, v_{c_b}$$
//
// - Every gradient belongs to the tables as they were; both tables move in place.
// - The step uses the *sum* over the batch. Return the *mean* of the pairs' losses before the step, as a tensor without
//   dimensions, shape $[]$.
// - No other tensor that you make may be left behind: `tf.tidy(() => …)` disposes of all that are made inside it, except
//   those that it returns.
// - The tools: `tf.gather(table, ids)` with `ids` of shape $[n]$, `x.shape`, `x.reshape(shape)`, `x.expandDims(axis)`,
//   `tf.tensor2d(rows)` for the labels, `tf.mul`, `tf.sub`, `tf.sum(x, axis)`, `tf.mean`, `tf.sigmoid`, `tf.softplus`, and
//   `scatterRows(tf, table, ids, rows, scale)`, which is exercise 1 on tensors: `ids` of shape $[n]$, `rows` of shape
//   $[n, d]$.
// - Where you know the shape of a tensor and the compiler does not, tell it with `as`, for example `x as Tensor2D`.
//
// (About 15 lines.)

// %% [markdown] name="own-step-text"
// ### Against your own step
//
// A fast step is best judged by a slow one that you trust, your own: copy `gradients` and `trainStep` of lesson 05, with
// the imports that they need, into a new cell above the next one. Then write `trainStep` in the place of
// `skipGramNegativeStep` in the cell after that. As long as you do not, `ownStep` is the step of the library.
//
// The last cell checks `batchStep` twice: first against our step in float64, and then against `ownStep`, pair by pair on
// random batches in which many ids repeat. `onTables` copies the tables to tensors, calls your step, and copies them back.
// A message of the check calls the loss that you return `result.loss`. Run the next two cells, then write your step.

// %% name="backend"
const { tf } = await openBackend("cpu");

// %% name="own-step"
const ownStep: (
  model: Model,
  pair: { center: number; context: number },
  negatives: readonly number[],
  alpha: number,
) => number = skipGramNegativeStep;

/** A random model of `V` words, and a batch of `B` pairs with `K` noise words each. */
function randomTrial(V: number, B: number, K: number, seed: number) {
  const random = seededRandom(seed);
  const word = (): number => Math.floor(V * random());
  const numbers = (): Table => ({
    rows: V,
    width: 8,
    data: Float64Array.from({ length: 8 * V }, () => 2 * random() - 1),
  });
  return {
    model: { input: numbers(), output: numbers() },
    centers: Array.from({ length: B }, word),
    words: Array.from({ length: B }, () => Array.from({ length: 1 + K }, word)),
  };
}

/** The largest difference of a number after `step` from the summed moves of `ownStep`. */
function differenceFromOwn(
  step: TensorBatchStep,
  trial: ReturnType<typeof randomTrial>,
): number {
  const { model, centers, words } = trial;
  const sum = structuredClone(model);
  centers.forEach((center, b) => {
    const one = structuredClone(model); // each pair at the tables as they were
    ownStep(one, { center, context: words[b][0] }, words[b].slice(1), 0.1);
    for (const side of ["input", "output"] as const) {
      addScaled(sum[side].data, 1, one[side].data);
      addScaled(sum[side].data, -1, model[side].data);
    }
  });
  const moved = structuredClone(model);
  onTables(tf, step)(moved, centers, words, 0.1);
  const differences = (["input", "output"] as const).flatMap((side) =>
    Array.from(moved[side].data, (x, i) => Math.abs(x - sum[side].data[i])),
  );
  return Math.max(...differences);
}

// %% name="batch-step" exercise="batch-step"
/** One step of SGNS on B pairs, in place. Returns the mean loss before it. */
function batchStep(
  model: TensorModel,
  centers: Tensor1D,
  words: Tensor2D,
  alpha: number,
): Scalar {
  // BEGIN SOLUTION
  return tf.tidy(() => {
    const [B, n] = words.shape;
    const ids = words.reshape([B * n]);
    const v = tf.gather(model.input, centers).expandDims(1); // [B, 1, d]
    const u = tf.gather(model.output, ids).reshape([B, n, -1]); // [B, 1 + K, d]
    const scores = tf.sum(tf.mul(u, v), 2); // [B, 1 + K]
    const labels = tf.oneHot(tf.zeros([B], "int32"), n).toFloat(); // 1 in the first column
    const errors = tf.sub(tf.sigmoid(scores), labels).expandDims(2); // [B, 1 + K, 1]
    const toCenters = tf.sum(tf.mul(errors, u), 1) as Tensor2D; // [B, d]
    const toWords = tf.mul(errors, v).reshape([B * n, -1]); // [B (1 + K), d]
    scatterRows(tf, model.input, centers, toCenters, -alpha);
    scatterRows(tf, model.output, ids, toWords, -alpha);
    const losses = tf.sum(tf.sub(tf.softplus(scores), tf.mul(scores, labels)), 1);
    return tf.mean(losses) as Scalar;
  });
  // END SOLUTION
}

// %% name="batch-step-check" check="batch-step"
await check("10-batches-and-gpu/batch-step", onTables(tf, batchStep));
await showTable(
  [16, 64, 256].map((B) => ({
    pairs: B,
    words: 20,
    "largest difference from ownStep": differenceFromOwn(
      batchStep,
      randomTrial(20, B, 5, B),
    ),
  })),
);

// %% name="batch-step-hidden" hidden="batch-step" points="1"
runExercise(exercises["10-batches-and-gpu/batch-step"], onTables(tf, batchStep), {
  seed: 20_261_125,
});
