import type { Exercise } from "../../check/index.ts";

type Mean = (numbers: readonly number[]) => number;

/** (1/n) Σ_i x_i: the example that lesson 00 uses to show how a check works. */
export const mean: Exercise<Mean> = {
  id: "00-start-here/mean",
  points: 1,
  equation: "arithmetic mean",
  parameters: ["numbers"],
  instances: (random) => [[[2, 4]], [[7]], [Array.from({ length: 5 }, () => 2 * random() - 1)]],
  expected: (numbers) => numbers.reduce((sum, x) => sum + x, 0) / numbers.length,
  tolerance: 1e-9,
  hints: [
    "What is the mean of 2 and 4?",
    "You have the sum of the numbers. What is still missing?",
    "numbers.length is how many there are. What do you do with it?",
  ],
  knownMistakes: [
    {
      name: "sum-for-mean",
      hint: "What should the mean of 7, 7 and 7 be, and what does your function return?",
      value: (numbers) => numbers.reduce((sum, x) => sum + x, 0),
    },
  ],
};
