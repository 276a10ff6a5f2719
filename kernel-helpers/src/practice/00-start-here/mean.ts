import type { Exercise } from "../../check/index.ts";
import { randomVector } from "../random-inputs.ts";

type Mean = (numbers: readonly number[]) => number;

/** (1/n) Σ_i x_i: the example that lesson 00 uses to show how a check works. */
export const mean: Exercise<Mean> = {
  id: "00-start-here/mean",
  points: 1,
  equation: "arithmetic mean",
  parameters: ["numbers"],
  instances: (random) => [
    [[2, 4]],
    [[7]],
    ...[3, 5, 8].map((count): [number[]] => [[...randomVector(count, random)]]),
    [[0, 0, -6]],
  ],
  expected: (numbers) => numbers.reduce((sum, x) => sum + x, 0) / numbers.length,
  tolerance: 1e-9,
  hints: [
    "What is the mean of 2 and 4?",
    "Your function uses each number of the list. What else about the list does the formula need?",
    "If every number of the list stood in it twice, should the mean change? Does yours?",
  ],
  knownMistakes: [
    {
      name: "sum-for-mean",
      hint: "What should the mean of 7, 7 and 7 be, and what does your function return for them?",
      value: (numbers) => numbers.reduce((sum, x) => sum + x, 0),
    },
  ],
};
