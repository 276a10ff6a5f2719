import { addScaled, dot, type Numbers, type Random, row, type Table } from "../base/index.ts";
import { randomTable, randomVector } from "./random-inputs.ts";

/** Size of the numbers in a vector with scores of 800: the other vectors can then stay short, and rounding small. */
export const LONG = 30;

/** The same for scores of 3,000. */
export const VERY_LONG = 100;

/** Scores of four words at which a softmax goes wrong that is not shifted by its largest score. */
export function softmaxEdges(random: Random): number[][] {
  const near = (base: number): number[] => Array.from({ length: 4 }, () => base + 3 * random());
  const [small, large] = [-3000, 3000];
  return [
    near(800), // e^800 is Infinity
    near(large), // so is e^(3000 - 700)
    near(small), // all powers are 0: 0 / 0
    near(-40),
    [0, -5, -8, -12], // small probabilities count, too
    [-12, 0, 5, 8],
    [0.5, random(), 0.5, random()], // two equal scores
    [large, small, large - random(), 0], // the largest first, last, in the middle
    [0, small, large - random(), large],
    [small, large, -random(), large - random()],
    [small, small + random(), -800, -801],
  ];
}

/** Moves the rows of `output` so that row j has the product `scores[j]` with h, in place; an absent score changes nothing. */
export function setScores(output: Table, h: Numbers, scores: readonly (number | undefined)[]): void {
  scores.forEach((score, word) => {
    if (score === undefined) return;
    const u = row(output, word);
    addScaled(u, (score - dot(u, h)) / dot(h, h), h);
  });
}

/** A random output table and hidden layer with these scores. */
export function scored(
  scores: readonly number[],
  width: number,
  random: Random,
): { output: Table; h: Float64Array } {
  const output = randomTable(scores.length, width, random);
  const h = randomVector(width, random).map((x) => VERY_LONG * x);
  setScores(output, h, scores);
  return { output, h };
}
