import { addScaled, type Random, row, type Table, zeroTable } from "../../base/index.ts";
import type { Exercise } from "../../check/index.ts";
import { truncatedSvd } from "../../pca/index.ts";
import { randomTable } from "../random-inputs.ts";

type RankTable = (left: Table, singularValues: Float64Array, right: Table, k: number) => Table;

/** M_k = Σ_{i<k} σ_i a_i b_iᵀ: column i of `left` is a_i, row i of `right` is b_i. */
export const rankTable: Exercise<RankTable> = {
  id: "02-counting-and-pmi/rank-table",
  points: 2,
  equation: "the best table of rank k, Eckart and Young 1936",
  parameters: ["left", "singularValues", "right", "k"],
  instances: (random) => [
    decomposed(3, 2, 1, random),
    decomposed(3, 2, 2, random),
    decomposed(5, 3, 2, random),
    decomposed(4, 4, 3, random),
    decomposed(2, 1, 1, random),
    decomposed(1, 3, 1, random),
    decomposed(5, 3, 0, random),
  ],
  expected: (left, singularValues, right, k) => sumOfTerms(left, singularValues, right, { from: 0, to: k }),
  tolerance: 1e-9,
  hints: [
    "Take k = 1. Which three numbers do you multiply for the cell in row w and column c?",
    "Which shape does the result have: how many rows, how many columns? Where do you find these two numbers?",
    "Where does a_i stand in `left`: in a row, or in a column? And b_i in `right`?",
  ],
  knownMistakes: [
    {
      name: "sigma-forgotten",
      hint: "How large is each term? Both of its vectors have the length 1.",
      value: (left, sigma, right, k) =>
        sumOfTerms(
          left,
          sigma.map(() => 1),
          right,
          { from: 0, to: k },
        ),
    },
    {
      name: "sigma-squared",
      hint: "How often does the singular value stand in a term?",
      value: (left, sigma, right, k) =>
        sumOfTerms(
          left,
          sigma.map((x) => x * x),
          right,
          { from: 0, to: k },
        ),
    },
    {
      name: "sigma-rooted",
      hint: "The square root belongs to another way of making short vectors. What does the sum of the terms contain?",
      value: (left, sigma, right, k) =>
        sumOfTerms(
          left,
          sigma.map((x) => Math.sqrt(x)),
          right,
          { from: 0, to: k },
        ),
    },
    {
      name: "one-term-more",
      hint: "How many terms does your sum have for k = 1?",
      value: (left, sigma, right, k) =>
        sumOfTerms(left, sigma, right, { from: 0, to: Math.min(k + 1, sigma.length) }),
    },
    {
      name: "one-term-short",
      hint: "How many terms does your sum have for k = 1? With which i does it begin and end?",
      value: (left, sigma, right, k) => sumOfTerms(left, sigma, right, { from: 0, to: k - 1 }),
      variants: [(left, sigma, right, k) => sumOfTerms(left, sigma, right, { from: 1, to: k })],
    },
    {
      name: "last-term-only",
      hint: "Is the result one term, or the sum of k terms? Does your code add, or write over?",
      value: (left, sigma, right, k) => sumOfTerms(left, sigma, right, { from: Math.max(0, k - 1), to: k }),
    },
    {
      name: "all-terms",
      hint: "Which of the four arguments does your formula not use?",
      value: (left, sigma, right) => sumOfTerms(left, sigma, right, { from: 0, to: sigma.length }),
    },
    {
      name: "smallest-kept",
      hint: "Which terms leave the smallest error: those with the largest singular values, or those with the smallest?",
      value: (left, sigma, right, k) =>
        sumOfTerms(left, sigma, right, { from: sigma.length - k, to: sigma.length }),
    },
  ],
};

/** The decomposition of a random table of `rows` × `width`, and how many terms to keep. */
function decomposed(
  rows: number,
  width: number,
  k: number,
  random: Random,
): [Table, Float64Array, Table, number] {
  const { left, singularValues, right } = truncatedSvd(randomTable(rows, width, random), {
    components: Math.min(rows, width),
  });
  return [left, singularValues, right, k];
}

function sumOfTerms(
  left: Table,
  sigma: Float64Array,
  right: Table,
  { from, to }: { readonly from: number; readonly to: number },
): Table {
  const table = zeroTable(left.rows, right.width);
  for (let i = from; i < to; i++) {
    for (let w = 0; w < left.rows; w++) {
      addScaled(row(table, w), (sigma[i] as number) * (row(left, w)[i] as number), row(right, i));
    }
  }
  return table;
}
