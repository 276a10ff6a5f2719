import { dot, row, softmax, type Table, tableFromRows } from "../../base/index.ts";
import type { Exercise } from "../../check/index.ts";
import { softmaxErrors as referenceErrors } from "../../model/index.ts";
import { randomTable, randomVector } from "../random-inputs.ts";

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
    "What must the probabilities add up to? And what must the errors add up to?",
    "e^800 is Infinity in float64. Which number can you subtract from every score without changing ŷ?",
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
      hint: "Try scores of 800 and 0: what is Math.exp(800)? Which number can you subtract from all scores first?",
      value: (output, h, center) => {
        const powers = scores(output, h).map((z) => Math.exp(z));
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
