import { dot, row, softmax, type Table } from "../../base/index.ts";
import type { Exercise } from "../../check/index.ts";
import { softmaxErrors as referenceErrors } from "../../model/index.ts";
import { randomTable, randomVector } from "../random-inputs.ts";
import { scored, softmaxEdges } from "../score-edges.ts";

type SoftmaxErrors = (output: Table, h: Float64Array, center: number) => Float64Array;

/** e_j = ŷ_j - [j = center], the error of every score. */
export const softmaxErrors: Exercise<SoftmaxErrors> = {
  id: "04-cbow/softmax-errors",
  points: 3,
  equation: "Rong 2014, eq. 8",
  parameters: ["output", "h", "center"],
  instances: (random) => [
    [randomTable(5, 3, random), randomVector(3, random), 2],
    [randomTable(4, 2, random), randomVector(2, random), 0],
    [randomTable(3, 1, random), randomVector(1, random), 2],
    [randomTable(1, 2, random), randomVector(2, random), 0],
    ...softmaxEdges(random).flatMap((edge) =>
      [0, 3].map((center): Parameters<SoftmaxErrors> => {
        const { output, h } = scored(edge, 2, random);
        return [output, h, center];
      }),
    ),
  ],
  expected: (output, h, center) => referenceErrors(output, h, center).errors,
  tolerance: 1e-9,
  hints: [
    "First the scores, then the probabilities, then the errors. Which of the three is wrong?",
    "What must the probabilities add up to? And what must the errors add up to?",
    "What is e^800 in float64, and e^-1500? How did the lesson keep every power between 0 and 1, without changing ŷ?",
  ],
  knownMistakes: [
    {
      name: "target-not-subtracted",
      hint: "What do your errors add up to? Which probability would a perfect model give to the center word?",
      value: (output, h) => softmax(scores(output, h)),
    },
    {
      name: "sign-flipped",
      hint: "Is your error for the center word positive? Which way would gradient descent then move its score?",
      value: (output, h, center) => referenceErrors(output, h, center).errors.map((e) => -e),
    },
    {
      name: "overflow",
      hint: "Try scores of 800 and 799: what is Math.exp(800)? Does ŷ change when all scores change by the same number?",
      value: (output, h, center) => {
        const powers = scores(output, h).map((z) => Math.exp(z));
        const total = powers.reduce((sum, power) => sum + power, 0);
        return powers.map((power, j) => power / total - (j === center ? 1 : 0));
      },
    },
    {
      name: "clamped-scores",
      hint: "Take scores of 800 and 750. Which word is more probable, and what does your function say of the two?",
      value: (output, h, center) => {
        const powers = scores(output, h).map((z) => Math.exp(Math.min(700, z)));
        const total = powers.reduce((sum, power) => sum + power, 0);
        return powers.map((power, j) => power / total - (j === center ? 1 : 0));
      },
    },
    {
      name: "scores-for-probabilities",
      hint: "What do your errors add up to, and what should they add up to? What turns scores into probabilities?",
      value: (output, h, center) => scores(output, h).map((z, j) => z - (j === center ? 1 : 0)),
    },
  ],
};

function scores(output: Table, h: Float64Array): Float64Array {
  return Float64Array.from({ length: output.rows }, (_, word) => dot(row(output, word), h));
}
