import { sigmoid } from "../base/index.ts";
import type { Exercise } from "../check/index.ts";
import { type Model, outputErrors, trainStep } from "../model/index.ts";
import { type SkipGramPair, skipGramPairs } from "../pairs/index.ts";
import { gradientsBy, stepBy } from "./gradients-by.ts";
import { randomModel } from "./random-inputs.ts";

type Pairs = (sentence: readonly number[], window: number) => SkipGramPair[];
type Gradients = (model: Model, pair: SkipGramPair, negatives: readonly number[]) => Model;
type Step = (model: Model, pair: SkipGramPair, negatives: readonly number[], alpha: number) => number;

/** (w_t, w_{t+j}) for -m <= j <= m, j ≠ 0, inside the sentence. */
const pairs: Exercise<Pairs> = {
  id: "05-skip-gram/pairs",
  points: 2,
  equation: "Mikolov et al. 2013b, eq. 1",
  parameters: ["sentence", "window"],
  instances: () => [
    [[0, 1, 0, 2, 3], 1],
    [[4, 5, 6], 5],
    [[7, 8], 1],
    [[9], 3],
    [[], 2],
    [[3, 3, 3, 1], 2],
  ],
  expected: (sentence, window) => [...skipGramPairs(sentence, { window })],
  tolerance: 0,
  hints: [
    "For the first word of a sentence, how many words stand to its left? Which positions exist at all?",
    "For a center at t, which positions may s take? How do you write that as a loop?",
    "Which position of the second loop must be skipped, and which lie outside 0 … length - 1?",
  ],
  nearMisses: [
    {
      name: "center-with-itself",
      hint: "Is a word its own context? Which value of the offset j does the formula leave out?",
      value: (sentence, window) => near(sentence, (distance) => Math.abs(distance) <= window),
    },
    {
      name: "equal-words-skipped",
      hint: "In 'the king the', is the first 'the' near the second? Do you compare positions, or words?",
      value: (sentence, window) =>
        [...skipGramPairs(sentence, { window })].filter(({ center, context }) => center !== context),
    },
    {
      name: "right-side-only",
      hint: "Does a window look one way only? What of the words before the center?",
      value: (sentence, window) => near(sentence, (distance) => distance > 0 && distance <= window),
    },
    {
      name: "window-one-short",
      hint: "With a window of 1, how many pairs has a sentence of two words?",
      value: (sentence, window) =>
        near(sentence, (distance) => distance !== 0 && Math.abs(distance) < window),
    },
  ],
};

/** ∂L/∂v_c and ∂L/∂u_j of L = -log σ(u_o · v_c) - Σ_k log σ(-u_k · v_c), as two tables. */
const gradients: Exercise<Gradients> = {
  id: "05-skip-gram/gradients",
  points: 5,
  equation: "Mikolov et al. 2013b, eq. 4; Rong 2014, eq. 56, 57 and 59",
  parameters: ["model", "pair", "negatives"],
  instances: (random) => [
    [randomModel(7, 3, random), { center: 0, context: 1 }, [2, 3, 4]],
    [randomModel(5, 2, random), { center: 3, context: 0 }, [1, 1, 4]],
    [randomModel(6, 4, random), { center: 2, context: 2 }, [5]],
    [randomModel(4, 1, random), { center: 1, context: 3 }, []],
    [randomModel(6, 3, random), { center: 4, context: 0 }, [0, 5]],
  ],
  expected: (model, pair, negatives) => gradientsBy(model, pair, negatives),
  tolerance: 1e-9,
  hints: [
    "What is the label of the context word, and what of a noise word? What is then the error of each?",
    "Output row j gets e_j v_c. The center's row gets a sum: over which words, and of what?",
    "A word can come twice among the negatives. Do you add its second gradient, or overwrite the first?",
  ],
  nearMisses: [
    {
      name: "sign-flipped",
      hint: "Add a little of your gradient to the tables: the loss should rise. Does it?",
      value: (model, pair, negatives) =>
        gradientsBy(model, pair, negatives, { error: (z, t) => t - sigmoid(z) }),
    },
    {
      name: "labels-exchanged",
      hint: "Which word should get a high score: the one that was seen, or the noise? Which of them has label 1?",
      value: (model, pair, negatives) =>
        gradientsBy(model, pair, negatives, { error: (z, t) => sigmoid(z) - (1 - t) }),
    },
    {
      name: "no-sigmoid",
      hint: "The error is a probability minus a label. Which function makes a probability of the score?",
      value: (model, pair, negatives) => gradientsBy(model, pair, negatives, { error: (z, t) => z - t }),
    },
    {
      name: "squared-error",
      hint: "Differentiate -log σ(z) on paper: does σ(z)(1 - σ(z)) remain in it?",
      value: (model, pair, negatives) =>
        gradientsBy(model, pair, negatives, {
          error: (z, t) => (sigmoid(z) - t) * sigmoid(z) * (1 - sigmoid(z)),
        }),
    },
    {
      name: "only-the-positive",
      hint: "Which words pull at the center: the context word alone, or the noise words too?",
      value: (model, pair, negatives) => ({
        input: gradientsBy(model, pair, []).input,
        output: gradientsBy(model, pair, negatives).output,
      }),
    },
    {
      name: "mean-for-sum",
      hint: "Is the loss a sum over the 1 + K words, or a mean? Compare your gradient's size with the true one.",
      value: (model, pair, negatives) =>
        gradientsBy(model, pair, negatives, { error: (z, t) => (sigmoid(z) - t) / (1 + negatives.length) }),
    },
    {
      name: "repeats-dropped",
      hint: "Noise words [1, 1, 4]: how many terms has the loss? Does each of them give a gradient?",
      value: (model, pair, negatives) => gradientsBy(model, pair, [...new Set(negatives)]),
    },
    {
      name: "label-by-word",
      hint: "Suppose the noise [0, 5] holds the context word 0. Which label has it there? Do you compare words, or positions?",
      value: (model, pair, negatives) =>
        gradientsBy(model, pair, negatives, { label: (word) => (word === pair.context ? 1 : 0) }),
    },
    {
      name: "tables-exchanged",
      hint: "Which table holds v, the vector of the center, and which u? Where do you read, and where do you write?",
      value: ({ input, output }, pair, negatives) =>
        gradientsBy({ input: output, output: input }, pair, negatives),
    },
  ],
};

/** One step of gradient descent on both tables, in place; gives the loss before it. */
const step: Exercise<Step> = {
  id: "05-skip-gram/step",
  points: 3,
  equation: "gradient descent on Mikolov et al. 2013b, eq. 4",
  parameters: ["model", "pair", "negatives", "alpha"],
  instances: (random) => [
    [randomModel(6, 3, random), { center: 0, context: 1 }, [2, 3], 0.1],
    [randomModel(5, 2, random), { center: 3, context: 3 }, [1, 1], 0.5],
    [randomModel(4, 4, random), { center: 2, context: 0 }, [], 0.025],
  ],
  expected: (model, { center, context }, negatives, alpha) =>
    trainStep(model, { inputs: [center], target: context, negatives }, alpha),
  tolerance: 1e-9,
  hints: [
    "In which order must you compute the loss, compute the gradients, and move the tables?",
    "Every gradient belongs to the tables as they were. Do you read any number after you changed it?",
    "-log σ(z) is softplus(-z). Which loss do you return: before the step, or after it?",
  ],
  nearMisses: [
    {
      name: "uphill",
      hint: "Call your step twice with the same words. Does the loss fall? Which sign has gradient descent?",
      value: (model, pair, negatives, alpha) => stepBy(model, pair, negatives, -alpha),
    },
    {
      name: "reads-after-writing",
      hint: "The center's gradient is made of output vectors. Were they still the old ones when you read them?",
      value: (model, pair, negatives, alpha) => stepBy(model, pair, negatives, alpha, true),
    },
    {
      name: "loss-after-the-step",
      hint: "Which loss does the step promise: before it, or after it? When do you compute yours?",
      value: (model, pair, negatives, alpha) => {
        stepBy(model, pair, negatives, alpha);
        return outputErrors(model, { inputs: [pair.center], target: pair.context, negatives }).loss;
      },
    },
    {
      name: "output-table-kept",
      hint: "Two tables learn. Which of them is the same after your step as before?",
      value: (model, pair, negatives, alpha) => {
        const output = model.output.data.slice();
        const loss = stepBy(model, pair, negatives, alpha);
        model.output.data.set(output);
        return loss;
      },
    },
  ],
};

/** The exercises of chapter 05 by their ids. */
export const skipGram: {
  readonly "05-skip-gram/pairs": Exercise<Pairs>;
  readonly "05-skip-gram/gradients": Exercise<Gradients>;
  readonly "05-skip-gram/step": Exercise<Step>;
} = { "05-skip-gram/pairs": pairs, "05-skip-gram/gradients": gradients, "05-skip-gram/step": step };

function near(sentence: readonly number[], inside: (distance: number) => boolean): SkipGramPair[] {
  return sentence.flatMap((center, t) =>
    sentence.filter((_, s) => inside(s - t)).map((context) => ({ center, context })),
  );
}
