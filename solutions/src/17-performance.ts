// %% [markdown] name="title"
// # 17 Performance: exercises
//
// Back to the lesson: [17 Performance: from the naive loop to the blocked kernel](../notebooks/17-performance.ipynb).
//
// Four functions, 11 points: operations per byte, a window's step as products of matrices, a draw from an alias table, and
// what more threads can bring. Write each where it says TODO, then run the check below it. A check here is practice, not
// a grade. Add cells and helper functions as you like.

// %% name="imports"
import {
  addScaled,
  check,
  dot,
  type Model,
  row,
  seededRandom,
  showTable,
  sigmoid,
  softplus,
} from "kernel-helpers";

// %% [markdown] name="intensity-text" exercise="intensity"
// ## 1 Operations per byte (2 points)
//
// Write `intensity`: the operations per byte of one step on a window that shares its rows. `M` context words meet `N`
// output rows, all of `d` numbers, and a number takes `bytes` bytes. Count as section 1 of the lesson does:
//
// - each of the $M N$ places has a score and two moves, and each of these takes `d` multiplications and `d` additions;
// - each of the $M + N$ rows is read once and written once.
//
// (About 1 line.)

// %% name="intensity" exercise="intensity"
/** Operations per byte of a window of M context words and N outputs. */
function intensity(M: number, N: number, d: number, bytes: number): number {
  // BEGIN SOLUTION
  return (6 * M * N * d) / (2 * (M + N) * d * bytes);
  // END SOLUTION
}

// %% name="intensity-check" check="intensity"
await check("17-performance/intensity", intensity);

// %% name="intensity-hidden" hidden="intensity" points="1"
import { exercises, runExercise } from "kernel-helpers";

runExercise(exercises["17-performance/intensity"], intensity, { seed: 20_261_130 });

// %% [markdown] name="window-step-text" exercise="window-step"
// ## 2 A window's step (5 points)
//
// Write `windowStep`: one step on a window, in place. `inputs` are the $M$ context words, `outputs` the center and its
// noise words, $N$ in all; the center is the first of them and has the label 1, all others 0. With $v_i$ the input row of
// `inputs[i]` and $u_j$ the output row of `outputs[j]`,
//
// $$z_{ij} = v_i \cdot u_j \qquad e_{ij} = \sigma(z_{ij}) - t_j \qquad u_j \leftarrow u_j - \alpha \sum_i e_{ij}\, v_i \qquad v_i \leftarrow v_i - \alpha \sum_j e_{ij}\, u_j$$
//
// - On the right are the rows *before* the step, everywhere.
// - A word may come twice in `inputs` or in `outputs`. Then its moves add up.
// - Return the loss before the step, $\sum_{ij} \big(\mathrm{softplus}(z_{ij}) - t_j z_{ij}\big)$.
//
// `row(table, id)` is a view, `.slice()` copies it, and `addScaled(x, s, y)` adds $s\,y$ to $x$ in place. (About 15 lines.)

// %% name="window-step" exercise="window-step"
/** One step on a window, in place. Returns the summed loss before it. */
function windowStep(
  model: Model,
  inputs: readonly number[],
  outputs: readonly number[],
  alpha: number,
): number {
  // BEGIN SOLUTION
  const A = inputs.map((word) => row(model.input, word).slice());
  const B = outputs.map((word) => row(model.output, word).slice());
  let loss = 0;
  for (let i = 0; i < A.length; i++)
    for (let j = 0; j < B.length; j++) {
      const [v, u] = [A[i], B[j]];
      const t = j === 0 ? 1 : 0;
      const z = dot(v, u);
      loss += softplus(z) - t * z;
      const e = sigmoid(z) - t;
      addScaled(row(model.output, outputs[j]), -alpha * e, v);
      addScaled(row(model.input, inputs[i]), -alpha * e, u);
    }
  return loss;
  // END SOLUTION
}

// %% name="window-step-check" check="window-step"
await check("17-performance/window-step", windowStep);

// %% name="window-step-hidden" hidden="window-step" points="1"
runExercise(exercises["17-performance/window-step"], windowStep, { seed: 20_261_130 });

// %% [markdown] name="draw-alias-text" exercise="draw-alias"
// ## 3 A draw from an alias table (2 points)
//
// Write `drawAlias`: the word that an alias table gives for a random number `x`, $0 \le x < 1$. The table has as many cells
// as there are words, all of the same size, one behind the other from 0 to 1. Cell $i$ belongs to word $i$ in its first
// part, of the size `share[i]` in relation to the cell, and to word `alias[i]` in the rest. The border itself belongs to
// the rest. (About 3 lines.)

// %% name="draw-alias" exercise="draw-alias"
/** The word at x. */
function drawAlias(
  share: ArrayLike<number>,
  alias: ArrayLike<number>,
  x: number,
): number {
  // BEGIN SOLUTION
  const at = x * share.length;
  const cell = Math.floor(at);
  return at - cell < share[cell] ? cell : alias[cell];
  // END SOLUTION
}

// %% [markdown] name="draw-alias-many-text"
// A single draw proves little, so the cell below also draws 100,000 times, once the check has passed, from the table of
// the lesson, whose words have the probabilities 1/2, 1/4, 1/8 and 1/8.

// %% name="draw-alias-check" check="draw-alias"
await check("17-performance/draw-alias", drawAlias);
const [share, alias, random] = [[1, 0.5, 0.5, 0.5], [0, 0, 0, 1], seededRandom(1)];
const times = [0, 0, 0, 0];
for (let i = 0; i < 100_000; i++) times[drawAlias(share, alias, random())]++;
await showTable(times.map((n, word) => ({ word, "share of the draws": n / 100_000 })));

// %% name="draw-alias-hidden" hidden="draw-alias" points="1"
runExercise(exercises["17-performance/draw-alias"], drawAlias, { seed: 20_261_130 });

// %% [markdown] name="speedup-text" exercise="speedup"
// ## 4 What more threads bring (2 points)
//
// Write `speedup`: a program spends `alone` seconds on work that only one thread can do, and on one thread `shared` seconds
// on work that threads can divide evenly among them. How many times as fast is the whole program on `threads` threads as
// on one? (About 1 line.)

// %% name="speedup" exercise="speedup"
/** Amdahl's law in seconds. */
function speedup(alone: number, shared: number, threads: number): number {
  // BEGIN SOLUTION
  return (alone + shared) / (alone + shared / threads);
  // END SOLUTION
}

// %% name="speedup-check" check="speedup"
await check("17-performance/speedup", speedup);

// %% name="speedup-hidden" hidden="speedup" points="1"
runExercise(exercises["17-performance/speedup"], speedup, { seed: 20_261_130 });
