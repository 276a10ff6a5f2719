import { sigmoid } from "../../base/index.ts";
import type { Exercise } from "../../check/index.ts";
import type { Model } from "../../model/index.ts";
import type { SkipGramPair } from "../../pairs/index.ts";
import { gradientsBy } from "../gradients-by.ts";
import { pairEdges } from "../pair-edges.ts";

type Gradients = (model: Model, pair: SkipGramPair, negatives: readonly number[]) => Model;

/** ∂L/∂v_c and ∂L/∂u_j of L = -log σ(u_o · v_c) - Σ_k log σ(-u_k · v_c), as two tables. */
export const gradients: Exercise<Gradients> = {
  id: "05-skip-gram/gradients",
  points: 5,
  equation: "the negative of Mikolov et al. 2013b, eq. 4; Rong 2014, eq. 57, 58 and 61",
  parameters: ["model", "pair", "negatives"],
  instances: (random) => pairEdges(random).map(([model, pair, negatives]) => [model, pair, negatives]),
  expected: (model, pair, negatives) => gradientsBy(model, pair, negatives),
  tolerance: 1e-9,
  hints: [
    "What is the label of the context word, and what is that of a noise word? What is the error of each?",
    "Which rows of the two tables does the loss depend on, for one pair and K noise words? How many times each?",
    "Write down every term of the loss for the noise words [1, 1, 4]. Which row of which table does each term move?",
  ],
  knownMistakes: [
    {
      name: "sign-flipped",
      hint: "Add a little of your gradient to the tables: the loss should rise. Does it?",
      value: (model, pair, negatives) =>
        gradientsBy(model, pair, negatives, { error: (z, t) => t - sigmoid(z) }),
    },
    {
      name: "labels-exchanged",
      hint: "Which word should get a high score: the context word, or a noise word? Which of them has label 1?",
      value: (model, pair, negatives) =>
        gradientsBy(model, pair, negatives, { error: (z, t) => sigmoid(z) - (1 - t) }),
    },
    {
      name: "no-sigmoid",
      hint: "The error is a probability minus a label. Which function turns the score into a probability?",
      value: (model, pair, negatives) => gradientsBy(model, pair, negatives, { error: (z, t) => z - t }),
    },
    {
      name: "squared-error",
      hint: "Differentiate -log σ(z) on paper: does σ(z)(1 - σ(z)) remain in the result?",
      value: (model, pair, negatives) =>
        gradientsBy(model, pair, negatives, {
          error: (z, t) => (sigmoid(z) - t) * sigmoid(z) * (1 - sigmoid(z)),
        }),
    },
    {
      name: "only-the-positive",
      hint: "Which words move the center: only the context word, or the noise words too?",
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
      hint: "With the noise words [1, 1, 4], how many terms does the loss have? Does each of them give a gradient?",
      value: (model, pair, negatives) => gradientsBy(model, pair, [...new Set(negatives)]),
    },
    {
      name: "context-dropped-from-noise",
      hint: "Suppose a noise word is also the context word. How many terms with this word does the loss have?",
      value: (model, pair, negatives) =>
        gradientsBy(
          model,
          pair,
          negatives.filter((word) => word !== pair.context),
        ),
    },
    {
      name: "center-dropped-from-noise",
      hint: "Suppose a noise word is also the center. Does the loss have a term for it?",
      value: (model, pair, negatives) =>
        gradientsBy(
          model,
          pair,
          negatives.filter((word) => word !== pair.center),
        ),
    },
    {
      name: "label-by-word",
      hint: "Suppose the noise words [0, 5] include the context word 0. Which label does it have there? Do you compare words, or positions?",
      value: (model, pair, negatives) =>
        gradientsBy(model, pair, negatives, { label: (word) => (word === pair.context ? 1 : 0) }),
    },
    {
      name: "tables-exchanged",
      hint: "Which table holds v, the vector of the center, and which holds u? Which do you read, and which do you write?",
      value: ({ input, output }, pair, negatives) =>
        gradientsBy({ input: output, output: input }, pair, negatives),
    },
  ],
};
