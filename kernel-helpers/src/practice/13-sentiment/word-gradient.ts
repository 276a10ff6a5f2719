import { addScaled, row, type Table } from "../../base/index.ts";
import type { Exercise } from "../../check/index.ts";
import { randomTable, randomVector } from "../random-inputs.ts";

type WordGradient = (weights: Table, errors: Float64Array, times: number, length: number) => Float64Array;

/** ∂L/∂E_w = n_w / n · Wᵀ e: word w stands n_w times among the n words of the text. */
export const wordGradient: Exercise<WordGradient> = {
  id: "13-sentiment/word-gradient",
  points: 3,
  equation: "lesson 13, section 3",
  parameters: ["weights", "errors", "times", "length"],
  instances: (random) => [
    [randomTable(2, 3, random), randomVector(2, random), 1, 4],
    [randomTable(3, 2, random), randomVector(3, random), 2, 5], // it occurs twice
    [randomTable(3, 3, random), randomVector(3, random), 1, 1], // it is the text
    [randomTable(2, 4, random), randomVector(2, random), 3, 3],
    [randomTable(4, 1, random), randomVector(4, random), 1, 7],
    [randomTable(3, 2, random), Float64Array.of(0, 0, 0), 1, 2], // no error, nothing to learn
    [randomTable(3, 4, random), randomVector(3, random), 0, 6], // it does not occur
  ],
  expected: (weights, errors, times, length) => gradientBy(weights, errors, times / length),
  tolerance: 1e-9,
  hints: [
    "Which rows of W touch h, and how strongly does each class pull?",
    "h is a mean over n words. How much does h move when one of them moves by a little?",
    "A word stands twice in a text of four. What is its share of h?",
  ],
  knownMistakes: [
    {
      name: "length-forgotten",
      hint: "Does one word of a long text move h as much as one of a short text?",
      value: (weights, errors, times) => gradientBy(weights, errors, times),
    },
    {
      name: "repeats-forgotten",
      hint: "A word that stands twice in the text is in the mean twice. Is it in your gradient twice?",
      value: (weights, errors, times, length) => gradientBy(weights, errors, Math.sign(times) / length),
      variants: [(weights, errors, _, length) => gradientBy(weights, errors, 1 / length)],
    },
    {
      name: "times-for-share",
      hint: "The more often a word stands in the text, should its gradient grow or shrink?",
      value: (weights, errors, times, length) => gradientBy(weights, errors, length / Math.max(1, times)),
    },
    {
      name: "sign-flipped",
      hint: "Is this the gradient, or the step against it?",
      value: (weights, errors, times, length) => gradientBy(weights, errors, -times / length),
    },
    {
      name: "rows-not-weighted",
      hint: "Every class has its own error. Do all rows of W count alike in your sum?",
      value: (weights, errors, times, length) =>
        gradientBy(
          weights,
          errors.map(() => 1),
          times / length,
        ),
    },
    {
      name: "mean-over-classes",
      hint: "The loss is not a mean over the classes. What do you divide by?",
      value: (weights, errors, times, length) => gradientBy(weights, errors, times / (length * weights.rows)),
    },
  ],
};

function gradientBy(weights: Table, errors: Float64Array, factor: number): Float64Array {
  const gradient = new Float64Array(weights.width);
  errors.forEach((error, k) => {
    addScaled(gradient, factor * error, row(weights, k));
  });
  return gradient;
}
