import { dot, row, sigmoid, softmax, type Table } from "../../base/index.ts";
import type { Exercise } from "../../check/index.ts";
import { type HuffmanPath, huffmanTree } from "../../vocabulary/index.ts";
import { randomTable, randomVector } from "../random-inputs.ts";
import { scored } from "../score-edges.ts";
import { joinedBy, lossesBy, probabilitiesBy } from "./probabilities-by.ts";
import { randomTree } from "./trees.ts";

type TreeProbabilities = (output: Table, h: Float64Array, tree: readonly HuffmanPath[]) => ArrayLike<number>;

/** p(w) = Π_j σ((1 - 2 d_j) z_j) for every word w, shape (V). */
export const treeProbabilities: Exercise<TreeProbabilities> = {
  id: "06-hierarchical-softmax/tree-probabilities",
  points: 2,
  equation: "Mikolov et al. 2013b, eq. 3, with the signs of word2vec.c",
  parameters: ["output", "h", "tree"],
  instances: (random) => [
    [randomTable(3, 2, random), randomVector(2, random), huffmanTree([4, 2, 1])],
    [randomTable(2, 3, random), randomVector(3, random), huffmanTree([2, 1])],
    [randomTable(1, 2, random), randomVector(2, random), [{ points: [], code: [] }]], // one word
    [randomTable(5, 1, random), randomVector(1, random), huffmanTree([8, 4, 2, 1, 1])], // a chain
    [randomTable(8, 3, random), randomVector(3, random), huffmanTree(new Array(8).fill(1))], // equal paths
    ...[4, 6, 9].map(
      (words): Parameters<TreeProbabilities> => [
        randomTable(words, 3, random),
        randomVector(3, random),
        randomTree(words, random),
      ],
    ),
    ...[40, -40, 800, -800].map((score): Parameters<TreeProbabilities> => {
      const { output, h } = scored([score, 0.5, -score, 1], 2, random);
      return [output, h, huffmanTree([4, 3, 2, 2])];
    }),
  ],
  expected: (output, h, tree) => probabilitiesBy(output, h, tree),
  tolerance: 1e-9,
  hints: [
    "What do your probabilities add up to? And which part of them does each of the two branches of the root have?",
    "Which row of the output table does the question number j of a path use, and which of its two answers does the code ask for?",
    "Take a tree of two words and one node with the score z. Which two probabilities should come out, and which ones do?",
  ],
  knownMistakes: [
    {
      name: "code-bit-flipped",
      hint: "Which branch has the probability σ(z) in this course? And which one has it in your function?",
      value: (output, h, tree) =>
        probabilitiesBy(output, h, tree, { factor: (z, d) => sigmoid(d === 0 ? -z : z) }),
    },
    {
      name: "sigma-for-both",
      hint: "What do the probabilities of the two branches of one node add up to in your function?",
      value: (output, h, tree) => probabilitiesBy(output, h, tree, { factor: sigmoid }),
    },
    {
      name: "sum-for-product",
      hint: "A path is taken if every question on it is answered in the right way. Are such probabilities added?",
      value: (output, h, tree) =>
        joinedBy(output, h, tree, (factors) => factors.reduce((sum, x) => sum + x, 0)),
      variants: [
        (output, h, tree) => joinedBy(output, h, tree, (factors) => factors.reduce((sum, x) => sum + x, 1)),
        (output, h, tree) =>
          joinedBy(output, h, tree, (factors) => factors.reduce((sum, x) => sum + x / factors.length, 0)),
      ],
    },
    {
      name: "logarithm-kept",
      hint: "Your numbers are negative. Of what are they the logarithm?",
      value: (output, h, tree) => lossesBy(output, h, tree).map((loss) => -loss),
      variants: [
        (output, h, tree) =>
          joinedBy(output, h, tree, (factors) => factors.reduce((sum, x) => sum + Math.log(x), 0)),
      ],
    },
    {
      name: "loss-for-probability",
      hint: "Your numbers grow when a word becomes less probable. What would undo the logarithm and the sign?",
      value: (output, h, tree) => lossesBy(output, h, tree),
      variants: [
        (output, h, tree) =>
          joinedBy(output, h, tree, (factors) => factors.reduce((sum, x) => sum - Math.log(x), 0)),
      ],
    },
    {
      name: "path-from-the-leaf",
      hint: "Do the first node and the first branch of your path belong together? Where does a path begin?",
      value: (output, h, tree) =>
        probabilitiesBy(
          output,
          h,
          tree.map(({ points, code }) => ({ points: [...points].reverse(), code })),
        ),
    },
    {
      name: "leaf-counted",
      hint: "How many factors does the product for a word have? Is there a question at the word itself?",
      value: (output, h, tree) =>
        Array.from(probabilitiesBy(output, h, tree), (p, word) => p * sigmoid(dot(row(output, word), h))),
    },
    {
      name: "node-by-position",
      hint: "The second node on a path need not be node 1. Where does its number stand?",
      value: (output, h, tree) =>
        probabilitiesBy(
          output,
          h,
          tree.map(({ points, code }) => ({ points: points.map((_, j) => j), code })),
        ),
    },
    {
      name: "last-node-forgotten",
      hint: "Two words share all nodes of their paths. What tells them apart in your function?",
      value: (output, h, tree) =>
        probabilitiesBy(
          output,
          h,
          tree.map(({ points, code }) => ({ points: points.slice(0, -1), code })),
        ),
    },
    {
      name: "root-forgotten",
      hint: "Where does each path begin, and does your product have a factor for that node?",
      value: (output, h, tree) =>
        probabilitiesBy(
          output,
          h,
          tree.map(({ points, code }) => ({ points: points.slice(1), code: code.slice(1) })),
        ),
    },
    {
      name: "softmax-of-rows",
      hint: "To what do the rows of the output table belong here: to words, or to inner nodes?",
      value: (output, h, tree) =>
        softmax(Array.from({ length: tree.length }, (_, word) => dot(row(output, word), h))),
    },
  ],
};
