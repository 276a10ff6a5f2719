import { dot, row, sigmoid, softplus, type Table, zeroTable } from "../../base/index.ts";
import type { Exercise } from "../../check/index.ts";
import type { HuffmanPath } from "../../vocabulary/index.ts";
import { randomTable, randomVector } from "../random-inputs.ts";
import { scoredModel, scoredPaths, somePaths } from "./trees.ts";

interface LossAndErrors {
  readonly loss: number;
  readonly errors: ArrayLike<number>;
}
type PathErrors = (output: Table, h: Float64Array, path: HuffmanPath) => LossAndErrors;

/** L = -Σ_j log σ((1 - 2 d_j) z_j) and e_j = σ(z_j) - (1 - d_j). */
export const pathErrors: Exercise<PathErrors> = {
  id: "06-hierarchical-softmax/path-errors",
  points: 3,
  equation: "Rong 2014, section 3.1, with the signs of word2vec.c",
  parameters: ["output", "h", "path"],
  instances: (random) => [
    ...somePaths.map((path, at): Parameters<PathErrors> => {
      const width = [2, 3, 1][at % 3] as number;
      return [randomTable(5, width, random), randomVector(width, random), path];
    }),
    [randomTable(1, 2, random), randomVector(2, random), { points: [], code: [] }],
    [zeroTable(5, 2), randomVector(2, random), { points: [3, 0, 2], code: [0, 1, 1] }], // equal scores
    ...scoredPaths.map(([path, scores]): Parameters<PathErrors> => {
      const { input, output } = scoredModel(scores, random);
      return [output, row(input, 1).slice(), path];
    }),
  ],
  expected: (output, h, path) => errorsBy(output, h, path),
  tolerance: 1e-9,
  hints: [
    "Which label does a node have whose path takes branch 0? Which one if it takes branch 1?",
    "Take one node with the score 0: how large is the loss, and what is the error, for each of the two branches?",
    "What are σ(800) and σ(-800) in float64, and which of them has a logarithm? Which of the tools at the top of the exercises never takes the logarithm of 0?",
  ],
  knownMistakes: [
    {
      name: "label-forgotten",
      hint: "An error is predicted minus observed. What was observed at each node, and where is it in your errors?",
      value: (output, h, path) => errorsBy(output, h, path, { error: sigmoid }),
    },
    {
      name: "label-flipped",
      hint: "A score is high if the model expects branch 0. Which label should a node have whose path takes branch 0?",
      value: (output, h, path) => errorsBy(output, h, path, { error: (z, d) => sigmoid(z) - d }),
    },
    {
      name: "code-bit-flipped",
      hint: "Which branch has the probability σ(z)? Compute loss and error of one node with the score 3, for both branches.",
      value: (output, h, { points, code }) =>
        errorsBy(output, h, { points, code: code.map((branch) => 1 - branch) }),
    },
    {
      name: "sign-flipped",
      hint: "Add a little of your error to a score: the loss should rise. Does it?",
      value: (output, h, path) => errorsBy(output, h, path, { error: (z, d) => 1 - d - sigmoid(z) }),
    },
    {
      name: "size-without-sign",
      hint: "All your errors are positive. Should a score that is too low and one that is too high be moved the same way?",
      value: (output, h, path) => errorsBy(output, h, path, { error: (z, d) => sigmoid(d === 0 ? -z : z) }),
    },
    {
      name: "sigma-for-both",
      hint: "What do the probabilities of the two branches of one node add up to in your loss?",
      value: (output, h, path) => errorsBy(output, h, path, { loss: (z) => softplus(-z) }),
      variants: [
        (output, h, path) =>
          errorsBy(output, h, path, { loss: (z) => softplus(-z), error: (z) => sigmoid(z) - 1 }),
      ],
    },
    {
      name: "overflow",
      hint: "Try the score -800 on branch 0: what are σ(-800) and e^800 in float64? What should the loss be, and what is yours?",
      value: (output, h, path) =>
        errorsBy(output, h, path, { loss: (z, d) => -Math.log(sigmoid(d === 0 ? z : -z)) }),
      variants: [
        (output, h, path) =>
          errorsBy(output, h, path, { loss: (z, d) => Math.log(1 + Math.exp(d === 0 ? -z : z)) }),
        (output, h, path) =>
          errorsBy(output, h, path, { loss: (z, d) => -Math.log(d === 0 ? sigmoid(z) : 1 - sigmoid(z)) }),
      ],
    },
    {
      name: "mean-for-sum",
      hint: "The probability is a product of all branches. Is its logarithm a sum, or a mean?",
      value: (output, h, path) => {
        const { loss, errors } = errorsBy(output, h, path);
        return { loss: loss / Math.max(1, errors.length), errors };
      },
    },
    {
      name: "bits",
      hint: "Which base does your logarithm have? Which one belongs to the derivative σ(z) - 1?",
      value: (output, h, path) => {
        const { loss, errors } = errorsBy(output, h, path);
        return { loss: loss / Math.LN2, errors };
      },
    },
    {
      name: "path-from-the-leaf",
      hint: "Do the first node and the first branch of your path belong together? Where does a path begin?",
      value: (output, h, { points, code }) => errorsBy(output, h, { points: [...points].reverse(), code }),
    },
    {
      name: "node-by-position",
      hint: "The second node on a path need not be node 1. Where does its number stand?",
      value: (output, h, { points, code }) => errorsBy(output, h, { points: points.map((_, j) => j), code }),
    },
  ],
};

interface NodeFormulas {
  /** The term of the loss for a node with the score z and the branch d. */
  readonly loss?: (z: number, d: number) => number;
  /** The error of that score. */
  readonly error?: (z: number, d: number) => number;
}

function errorsBy(
  output: Table,
  h: Float64Array,
  { points, code }: HuffmanPath,
  { loss = (z, d) => softplus(d === 0 ? -z : z), error = (z, d) => sigmoid(z) - (1 - d) }: NodeFormulas = {},
): { readonly loss: number; readonly errors: Float64Array } {
  const scores = points.map((node) => dot(row(output, node), h));
  return {
    loss: scores.reduce((sum, z, j) => sum + loss(z, code[j] as number), 0),
    errors: Float64Array.from(scores, (z, j) => error(z, code[j] as number)),
  };
}
