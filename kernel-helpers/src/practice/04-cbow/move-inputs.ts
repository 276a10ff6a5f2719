import { addScaled, type Random, row, type Table } from "../../base/index.ts";
import type { Exercise } from "../../check/index.ts";
import { randomIds, randomTable, randomVector } from "../random-inputs.ts";

type Variant = "gradient" | "word2vec.c";
type MoveInputs = (
  input: Table,
  context: readonly number[],
  toHidden: Float64Array,
  alpha: number,
  variant: Variant,
) => void;

/** v_c -= (α / C) ∂L/∂h for each place of the context, or without the division by C, as word2vec.c does it. */
export const moveInputs: Exercise<MoveInputs> = {
  id: "04-cbow/move-inputs",
  points: 2,
  equation: "Rong 2014, eq. 23; word2vec.c, which does not divide by C",
  parameters: ["input", "context", "toHidden", "alpha", "variant"],
  instances: (random) =>
    (["gradient", "word2vec.c"] as const).flatMap((variant) => [
      oneCase([0, 2, 3], 3, variant, random),
      oneCase([1], 2, variant, random),
      oneCase([2, 0, 2], 3, variant, random),
      oneCase([4, 4, 4, 4], 1, variant, random),
      oneCase([0, 4], 4, variant, random),
      oneCase(randomIds(7, 5, random), 2, variant, random),
    ]),
  expected: (input, context, toHidden, alpha, variant) =>
    move(input, context, toHidden, -alpha / (variant === "gradient" ? context.length : 1)),
  tolerance: 1e-9,
  hints: [
    "Which rows of the table move, and how many times does the row of a word move that stands twice in the context?",
    "In which of the two variants does every place get the whole of ∂L/∂h, and in which only a part of it?",
    "Take one context word: then both variants must do the same. Do they? And with two words?",
  ],
  knownMistakes: [
    {
      name: "variants-exchanged",
      hint: "Which of the two is the true gradient of a mean: the one with the division by C, or the one without?",
      value: (input, context, toHidden, alpha, variant) =>
        move(input, context, toHidden, -alpha / (variant === "gradient" ? 1 : context.length)),
    },
    {
      name: "always-divided",
      hint: "word2vec.c moves each of the C vectors by the whole of α ∂L/∂h. What does your function do for it?",
      value: (input, context, toHidden, alpha) => move(input, context, toHidden, -alpha / context.length),
    },
    {
      name: "never-divided",
      hint: "h is a mean of C vectors. How much does h change when one of them changes a little?",
      value: (input, context, toHidden, alpha) => move(input, context, toHidden, -alpha),
    },
    {
      name: "uphill",
      hint: "Should the vectors go with the gradient of the loss, or against it?",
      value: (input, context, toHidden, alpha, variant) =>
        move(input, context, toHidden, alpha / (variant === "gradient" ? context.length : 1)),
    },
    {
      name: "repeats-dropped",
      hint: "With the context [2, 0, 2], how many of the three places belong to word 2?",
      value: (input, context, toHidden, alpha, variant) =>
        move(input, [...new Set(context)], toHidden, -alpha / (variant === "gradient" ? context.length : 1)),
    },
    {
      name: "divided-by-different-words",
      hint: "With the context [2, 0, 2], is C the number of places, or the number of different words?",
      value: (input, context, toHidden, alpha, variant) =>
        move(input, context, toHidden, -alpha / (variant === "gradient" ? new Set(context).size : 1)),
    },
    {
      name: "multiplied-by-count",
      hint: "word2vec.c leaves a division out. Does it multiply by C as well?",
      value: (input, context, toHidden, alpha, variant) =>
        move(
          input,
          context,
          toHidden,
          -alpha * (variant === "gradient" ? 1 / context.length : context.length),
        ),
    },
  ],
};

function oneCase(
  context: readonly number[],
  width: number,
  variant: Variant,
  random: Random,
): Parameters<MoveInputs> {
  return [randomTable(5, width, random), context, randomVector(width, random), 0.1 + random(), variant];
}

function move(input: Table, places: readonly number[], toHidden: Float64Array, factor: number): void {
  for (const word of places) addScaled(row(input, word), factor, toHidden);
}
