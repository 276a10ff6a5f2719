// %% [markdown] name="title"
// # 04 CBOW: exercises
//
// Back to the lesson: [04 CBOW: the word in the gap](../notebooks/04-cbow.ipynb).
//
// Four functions, 11 points: the model forwards, the error, the gradient backwards, and the step of another program.
// Write each where it says TODO, then run the check below it. A check here is practice, not a grade. Add cells and
// helper functions as you like.
//
// A `Table` holds a matrix row by row: `row(table, i)` is row $i$, a view of `table.width` numbers.
// `zeroTable(rows, width)` makes a table of zeros, `addScaled(x, s, y)` adds $s\,y$ to $x$ in place, `dot(x, y)` is
// $x \cdot y$.

// %% name="imports"
import {
  addScaled,
  check,
  dot,
  type Model,
  row,
  type Table,
  zeroTable,
} from "kernel-helpers";

// %% [markdown] name="hidden-layer-text" exercise="hidden-layer"
// ## 1 The hidden layer (2 points)
//
// Write `hiddenLayer`: $h = \frac{1}{C}\sum_{c} v_c$, the mean of the context words' input vectors (Rong 2014, eq. 17
// and 18). `context` holds $C \ge 1$ word ids, and an id may stand there more than once. Do not change the table. What you
// return must have numbers of its own, even for one context word: it must not be a view of the table. (About 4 lines.)

// %% name="hidden-layer" exercise="hidden-layer"
/** Mean of the context words' input vectors, shape (d). Does not change its arguments. */
function hiddenLayer(input: Table, context: readonly number[]): Float64Array {
  // BEGIN SOLUTION
  const h = new Float64Array(input.width);
  for (const word of context) addScaled(h, 1 / context.length, row(input, word));
  return h;
  // END SOLUTION
}

// %% name="hidden-layer-check" check="hidden-layer"
await check("04-cbow/hidden-layer", hiddenLayer);

// %% name="hidden-layer-hidden" hidden="hidden-layer" points="1"
import { exercises, runExercise } from "kernel-helpers";

runExercise(exercises["04-cbow/hidden-layer"], hiddenLayer, { seed: 20_261_124 });

// %% [markdown] name="softmax-errors-text" exercise="softmax-errors"
// ## 2 The error of every score (3 points)
//
// Write `softmaxErrors`: with the scores $z_j = u_j \cdot h$ and $\hat y_j = e^{z_j} / \sum_k e^{z_k}$,
//
// $$e_j = \hat y_j - [j = o] \qquad \text{shape } (V)$$
//
// where $o$ is the center word (Rong 2014, eq. 8). It must also work when scores are 800, and when all of them are
// $-1500$. (About 6 lines.)

// %% name="softmax-errors" exercise="softmax-errors"
/** e_j = ŷ_j - [j = center] for each of the V words, shape (V). */
function softmaxErrors(output: Table, h: Float64Array, center: number): Float64Array {
  // BEGIN SOLUTION
  const scores = Float64Array.from({ length: output.rows }, (_, word) =>
    dot(row(output, word), h),
  );
  const largest = scores.reduce(
    (most, z) => Math.max(most, z),
    Number.NEGATIVE_INFINITY,
  );
  const powers = scores.map((z) => Math.exp(z - largest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power, word) => power / total - (word === center ? 1 : 0));
  // END SOLUTION
}

// %% name="softmax-errors-check" check="softmax-errors"
await check("04-cbow/softmax-errors", softmaxErrors);

// %% name="softmax-errors-hidden" hidden="softmax-errors" points="1"
runExercise(exercises["04-cbow/softmax-errors"], softmaxErrors, { seed: 20_261_124 });

// %% [markdown] name="input-gradient-text" exercise="input-gradient"
// ## 3 The gradient of the input vectors (4 points)
//
// Write `inputGradient`: a table of the shape of `model.input` with
//
// $$\frac{\partial L}{\partial v_w} = \frac{n_w}{C} \sum_j e_j\, u_j$$
//
// in row $w$. The word $w$ stands $n_w$ times among the $C$ words of the context, so most rows are zeros (Rong 2014,
// eq. 12 and 23). Your two functions above help. Do not change the model. (About 8 lines.)

// %% name="input-gradient" exercise="input-gradient"
/** ∂L/∂(input table), shape (V, d), of L = -log ŷ_center for one example. */
function inputGradient(
  model: Model,
  context: readonly number[],
  center: number,
): Table {
  // BEGIN SOLUTION
  const h = hiddenLayer(model.input, context);
  const errors = softmaxErrors(model.output, h, center);
  const toHidden = new Float64Array(model.input.width);
  errors.forEach((e, word) => {
    addScaled(toHidden, e, row(model.output, word));
  });
  const gradient = zeroTable(model.input.rows, model.input.width);
  for (const word of context)
    addScaled(row(gradient, word), 1 / context.length, toHidden);
  return gradient;
  // END SOLUTION
}

// %% name="input-gradient-check" check="input-gradient"
await check("04-cbow/input-gradient", inputGradient);

// %% name="input-gradient-hidden" hidden="input-gradient" points="1"
runExercise(exercises["04-cbow/input-gradient"], inputGradient, { seed: 20_261_124 });

// %% [markdown] name="move-inputs-text" exercise="move-inputs"
// ## 4 The step of word2vec.c (2 points)
//
// Section 4 of the lesson says that word2vec.c leaves the factor $\frac{1}{C}$ out when it moves the input vectors.
// Write `moveInputs`, which can do both. It moves rows of the table in place. For each of the $C$ places of the context it
// moves the vector of the word at that place by
//
// - $-\frac{\alpha}{C} \frac{\partial L}{\partial h}$ if `variant` is `"gradient"`, and
// - $-\alpha \frac{\partial L}{\partial h}$ if it is `"word2vec.c"`.
//
// `toHidden` is $\frac{\partial L}{\partial h}$. A word that stands at two places moves twice. (About 3 lines.)

// %% name="move-inputs" exercise="move-inputs"
/** Moves the input vectors of the context's words, in place. */
function moveInputs(
  input: Table,
  context: readonly number[],
  toHidden: Float64Array,
  alpha: number,
  variant: "gradient" | "word2vec.c",
): void {
  // BEGIN SOLUTION
  const C = variant === "gradient" ? context.length : 1;
  for (const word of context) addScaled(row(input, word), -alpha / C, toHidden);
  // END SOLUTION
}

// %% name="move-inputs-check" check="move-inputs"
await check("04-cbow/move-inputs", moveInputs);

// %% name="move-inputs-hidden" hidden="move-inputs" points="1"
runExercise(exercises["04-cbow/move-inputs"], moveInputs, { seed: 20_261_130 });
