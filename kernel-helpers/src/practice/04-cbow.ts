import { addScaled, dot, row, softmax, type Table, tableFromRows, zeroTable } from "../base/index.ts";
import type { Exercise } from "../check/index.ts";
import {
  type Model,
  hiddenLayer as meanOf,
  outputErrors,
  softmaxErrors as referenceErrors,
} from "../model/index.ts";
import { randomModel, randomTable, randomVector } from "./random-inputs.ts";

type HiddenLayer = (input: Table, context: readonly number[]) => Float64Array;
type SoftmaxErrors = (output: Table, h: Float64Array, center: number) => Float64Array;
type InputGradient = (model: Model, context: readonly number[], center: number) => Table;

/** h = (1/C) Σ_c v_c. */
const hiddenLayer: Exercise<HiddenLayer> = {
  id: "04-cbow/hidden-layer",
  points: 2,
  equation: "Rong 2014, eq. 17 and 18",
  parameters: ["input", "context"],
  instances: (random) => [
    [randomTable(4, 3, random), [0, 2]],
    [randomTable(5, 2, random), [3]],
    [randomTable(3, 4, random), [1, 2, 1]],
    [randomTable(6, 1, random), [5, 0, 4, 2]],
  ],
  expected: meanOf,
  tolerance: 1e-9,
  hints: [
    "How many vectors go into h, and how much of h is each?",
    "row(input, word) gives one vector. What must you do to each of its numbers before adding?",
    "With a context of one word, h should be that word's vector. Is it?",
  ],
  nearMisses: [
    {
      name: "sum-for-mean",
      hint: "What happens to h when the same context is given twice?",
      value: (input, context) => meanOf(input, context).map((x) => x * context.length),
    },
    {
      name: "repeats-dropped",
      hint: "In 'the king loves the queen', how often does 'the' stand around 'loves'?",
      value: (input, context) => meanOf(input, [...new Set(context)]),
    },
    {
      name: "divided-by-width",
      hint: "You divide by a number. Is it the number of words, or the number of dimensions?",
      value: (input, context) => meanOf(input, context).map((x) => (x * context.length) / input.width),
    },
  ],
};

/** e_j = ŷ_j - [j = center], the error of every score. */
const softmaxErrors: Exercise<SoftmaxErrors> = {
  id: "04-cbow/softmax-errors",
  points: 3,
  equation: "Rong 2014, eq. 8",
  parameters: ["output", "h", "center"],
  instances: (random) => [
    [randomTable(5, 3, random), randomVector(3, random), 2],
    [randomTable(4, 2, random), randomVector(2, random), 0],
    [randomTable(3, 1, random), randomVector(1, random), 2],
    [
      tableFromRows([
        [800, 1],
        [1, 2],
        [-900, 3],
      ]),
      randomVector(2, random).map((x, i) => (i === 0 ? 1 : x)),
      1,
    ],
  ],
  expected: (output, h, center) => referenceErrors(output, h, center).errors,
  tolerance: 1e-9,
  hints: [
    "First the scores, then the probabilities, then the errors. Which of the three is wrong?",
    "What must the probabilities add up to? And so the errors?",
    "e^800 is Infinity in float64. Which number may you take off every score without changing ŷ?",
  ],
  nearMisses: [
    {
      name: "target-not-subtracted",
      hint: "What do your errors add up to? How sure should the model be of the center word when it is perfect?",
      value: (output, h) => softmax(scores(output, h)),
    },
    {
      name: "sign-flipped",
      hint: "Is your error of the center word positive? Which way would gradient descent then move its score?",
      value: (output, h, center) => referenceErrors(output, h, center).errors.map((e) => -e),
    },
    {
      name: "overflow",
      hint: "Try scores of 800 and 0: what is Math.exp(800)? Which number can you take off all scores first?",
      value: (output, h, center) => {
        const powers = scores(output, h).map((z) => Math.exp(z));
        const total = powers.reduce((sum, power) => sum + power, 0);
        return powers.map((power, j) => power / total - (j === center ? 1 : 0));
      },
    },
    {
      name: "scores-for-probabilities",
      hint: "What do your errors add up to, and what should they? What turns scores into probabilities?",
      value: (output, h, center) => scores(output, h).map((z, j) => z - (j === center ? 1 : 0)),
    },
  ],
};

/** ∂L/∂v_c = (1/C) Σ_j e_j u_j for each occurrence of c in the context. */
const inputGradient: Exercise<InputGradient> = {
  id: "04-cbow/input-gradient",
  points: 4,
  equation: "Rong 2014, eq. 12 and 23, with the factor 1/C",
  parameters: ["model", "context", "center"],
  instances: (random) => [
    [randomModel(5, 3, random), [0, 2, 4], 1],
    [randomModel(4, 2, random), [3], 0],
    [randomModel(6, 3, random), [1, 5, 1], 2],
    [randomModel(4, 1, random), [2, 0], 2],
  ],
  expected: (model, context, center) => gradient(model, context, center),
  tolerance: 1e-9,
  hints: [
    "Two links of the chain: how does L change with h, and how does h change with one context vector?",
    "Row j of ∂L/∂h's sum is e_j u_j. Over which j does it run: the context, or the whole vocabulary?",
    "A word that stands in the context twice gets its share twice. Do you add to its row, or set it?",
  ],
  nearMisses: [
    {
      name: "c-times-too-large",
      hint:
        "Your gradient is exactly C times the true one. You wrote what word2vec.c does: it averages the context " +
        "but gives each word the whole error. Which factor does h = (1/C) Σ v_c bring into the chain?",
      value: (model, context, center) => gradient(model, context, center, context.length),
    },
    {
      name: "repeats-overwritten",
      hint: "Look at a word that stands in the context twice: does its second share replace the first?",
      value: (model, context, center) => gradient(model, [...new Set(context)], center, 1, context),
    },
    {
      name: "context-and-center-swapped",
      hint: "Which word is predicted, and from which? In CBOW, whose input vectors made h?",
      value: (model, context, center) => gradient(model, [center], context[0] as number),
    },
    {
      name: "sign-flipped",
      hint: "A gradient points uphill. If you add a little of yours to the vectors, does the loss rise?",
      value: (model, context, center) => gradient(model, context, center, -1),
    },
  ],
};

/** The exercises of chapter 04 by their ids. */
export const cbow: {
  readonly "04-cbow/hidden-layer": Exercise<HiddenLayer>;
  readonly "04-cbow/softmax-errors": Exercise<SoftmaxErrors>;
  readonly "04-cbow/input-gradient": Exercise<InputGradient>;
} = {
  "04-cbow/hidden-layer": hiddenLayer,
  "04-cbow/softmax-errors": softmaxErrors,
  "04-cbow/input-gradient": inputGradient,
};

function scores(output: Table, h: Float64Array): Float64Array {
  return Float64Array.from({ length: output.rows }, (_, word) => dot(row(output, word), h));
}

/** ∂L/∂(input table), `factor` times; `seen` is the context that makes h, when it is not the one that is paid. */
function gradient(
  { input, output }: Model,
  context: readonly number[],
  center: number,
  factor = 1,
  seen: readonly number[] = context,
): Table {
  const { errors } = outputErrors({ input, output }, { inputs: seen, target: center });
  const hidden = new Float64Array(input.width);
  errors.forEach((e, word) => {
    addScaled(hidden, e, row(output, word));
  });
  const result = zeroTable(input.rows, input.width);
  for (const word of context) addScaled(row(result, word), factor / seen.length, hidden);
  return result;
}
