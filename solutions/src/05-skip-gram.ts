// %% [markdown] name="title"
// # 05 Skip-Gram: exercises
//
// Back to the lesson: [05 Skip-Gram: the words around](../notebooks/05-skip-gram.ipynb).
//
// Four functions, 12 points: the pairs, the gradients of negative sampling, one step of training, and what it moves.
// Write each where it says TODO, then run the check below it. A check here is practice, not a grade. Add cells and
// helper functions as you like.
//
// The tools are those of lesson 04: `row(table, i)` is row $i$ as a view, `zeroTable(rows, width)` a table of zeros,
// `addScaled(x, s, y)` adds $s\,y$ to $x$ in place, and `dot(x, y)` is $x \cdot y$. `table.data` is a typed array with the
// numbers of all rows. New are `sigmoid(x)` $= \sigma(x)$ and `softplus(x)` $= \log(1 + e^x)$. Neither overflows.

// %% name="imports"
import {
  addScaled,
  check,
  dot,
  type Model,
  row,
  sigmoid,
  type SkipGramPair,
  softplus,
  zeroTable,
} from "kernel-helpers";

// %% [markdown] name="pairs-text" exercise="pairs"
// ## 1 The pairs (2 points)
//
// Write `makePairs`: the list of all pairs $(w_t, w_{t+j})$ with $-m \le j \le m$ and $j \ne 0$ for which both
// positions are inside the sentence (Mikolov et al. 2013b, eq. 1). Go through the positions $t$ from left to right, and
// for each $t$ through the offsets $j$ from $-m$ to $m$. A pair is an object `{ center, context }` of two word ids,
// $w_t$ and $w_{t+j}$; `window` is $m$. A sentence of no word or one word gives an empty list. (About 8 lines.)

// %% name="pairs" exercise="pairs"
/** All Skip-Gram pairs of a sentence of ids, by center, then by context. */
function makePairs(sentence: readonly number[], window: number): SkipGramPair[] {
  // BEGIN SOLUTION
  const pairs: SkipGramPair[] = [];
  for (let t = 0; t < sentence.length; t++) {
    const last = Math.min(sentence.length - 1, t + window);
    for (let s = Math.max(0, t - window); s <= last; s++) {
      if (s !== t) pairs.push({ center: sentence[t], context: sentence[s] });
    }
  }
  return pairs;
  // END SOLUTION
}

// %% name="pairs-check" check="pairs"
await check("05-skip-gram/pairs", makePairs);

// %% name="pairs-hidden" hidden="pairs" points="1"
import { exercises, runExercise } from "kernel-helpers";

runExercise(exercises["05-skip-gram/pairs"], makePairs, { seed: 20_261_124 });

// %% [markdown] name="gradients-text" exercise="gradients"
// ## 2 The gradients (5 points)
//
// Write `gradients`: the gradients of $L = -\log \sigma(u_o \cdot v_c) - \sum_k \log \sigma(-u_k \cdot v_c)$ for one pair
// and its noise words (the negative of Mikolov et al. 2013b, eq. 4, for one draw of noise). With the label $t_j = 1$ for
// the context word $o$ and $0$ for noise:
//
// $$e_j = \sigma(u_j \cdot v_c) - t_j \qquad \frac{\partial L}{\partial u_j} = e_j\, v_c \qquad \frac{\partial L}{\partial v_c} = \sum_j e_j\, u_j$$
//
// Return an object of two new tables with the shapes of the model's tables. `input` has the gradient of $v_c$ in the
// center's row, `output` has the gradients of the $u_j$ in their rows, and all other rows are zeros. Every entry of
// `negatives` counts as often as it stands there, even if it is the center or the context word. The list may be empty.
// The label depends on the *position*: if the context word also stands among `negatives`, it is noise there, with the
// label 0. Do not change the model. (About 10 lines.)

// %% name="gradients" exercise="gradients"
/** ∂L/∂(both tables) for one pair, as two tables of shape (V, d). */
function gradients(
  model: Model,
  pair: SkipGramPair,
  negatives: readonly number[],
): Model {
  // BEGIN SOLUTION
  const { input, output } = model;
  const result = {
    input: zeroTable(input.rows, input.width),
    output: zeroTable(output.rows, output.width),
  };
  const v = row(input, pair.center);
  [pair.context, ...negatives].forEach((word, position) => {
    const error = sigmoid(dot(row(output, word), v)) - (position === 0 ? 1 : 0);
    addScaled(row(result.output, word), error, v);
    addScaled(row(result.input, pair.center), error, row(output, word));
  });
  return result;
  // END SOLUTION
}

// %% name="gradients-check" check="gradients"
await check("05-skip-gram/gradients", gradients);

// %% name="gradients-hidden" hidden="gradients" points="1"
runExercise(exercises["05-skip-gram/gradients"], gradients, { seed: 20_261_124 });

// %% [markdown] name="step-text" exercise="step"
// ## 3 One step (3 points)
//
// Write `trainStep`: move both tables of the model, in place, by $-\alpha$ times their gradients, and return the loss $L$
// *before* the step. Both gradients belong to the model as it was. Write $-\log \sigma(z)$ as `softplus(-z)`, so that the
// loss is also right for scores such as $-800$. Your `gradients` helps. (About 9 lines.)

// %% name="step" exercise="step"
/** One step of gradient descent, in place. Returns the loss before it. */
function trainStep(
  model: Model,
  pair: SkipGramPair,
  negatives: readonly number[],
  alpha: number,
): number {
  // BEGIN SOLUTION
  const v = row(model.input, pair.center);
  let loss = softplus(-dot(row(model.output, pair.context), v));
  for (const word of negatives) loss += softplus(dot(row(model.output, word), v));
  const { input, output } = gradients(model, pair, negatives);
  addScaled(model.input.data, -alpha, input.data);
  addScaled(model.output.data, -alpha, output.data);
  return loss;
  // END SOLUTION
}

// %% name="step-check" check="step"
await check("05-skip-gram/step", trainStep);

// %% name="step-hidden" hidden="step" points="1"
runExercise(exercises["05-skip-gram/step"], trainStep, { seed: 20_261_124 });

// %% [markdown] name="largest-move-text" exercise="largest-move"
// ## 4 Who moves farthest? (2 points)
//
// One step of negative sampling moves the output vectors of the context word and of the noise words. All of them move
// along the same vector $v_c$, each in proportion to its error. Write `largestMove`: the id of the word whose output
// vector moves the farthest, forwards or backwards. A word that stands at several places gets the gradient of each, and
// they add up. Do not change the model. In the check one word always moves clearly farther than the others. (About 10
// lines.)

// %% name="largest-move" exercise="largest-move"
/** The word whose output vector moves the farthest in one step. */
function largestMove(
  model: Model,
  pair: SkipGramPair,
  negatives: readonly number[],
): number {
  // BEGIN SOLUTION
  const v = row(model.input, pair.center);
  const errors = new Float64Array(model.output.rows);
  [pair.context, ...negatives].forEach((word, place) => {
    errors[word] += sigmoid(dot(row(model.output, word), v)) - (place === 0 ? 1 : 0);
  });
  const sizes = Array.from(errors, Math.abs);
  return sizes.indexOf(Math.max(...sizes));
  // END SOLUTION
}

// %% name="largest-move-check" check="largest-move"
await check("05-skip-gram/largest-move", largestMove);

// %% name="largest-move-hidden" hidden="largest-move" points="1"
runExercise(exercises["05-skip-gram/largest-move"], largestMove, { seed: 20_261_130 });
