import { randomBelow } from "../../base/index.ts";
import type { Exercise } from "../../check/index.ts";

type Intensity = (M: number, N: number, d: number, bytes: number) => number;

/** Operations per byte of a window: 6 M N d operations, and M + N rows of d numbers that are read and written. */
export const intensity: Exercise<Intensity> = {
  id: "17-performance/intensity",
  points: 2,
  equation: "6 M N d operations over 2 (M + N) d b bytes; Williams et al. 2009 for the ratio",
  parameters: ["M", "N", "d", "bytes"],
  instances: (random) => [
    [10, 6, 100, 4],
    [1, 6, 100, 4], // one pair by itself
    [10, 6, 100, 8],
    [10, 6, 300, 4], // d cancels
    [1, 1, 1, 4],
    [6, 6, 50, 2],
    [1, 16, 7, 4],
    [20, 1, 64, 8],
    [40, 26, 33, 4],
    [3 + randomBelow(9, random), 4 + randomBelow(9, random), 5 + randomBelow(90, random), 8],
    [3 + randomBelow(9, random), 4 + randomBelow(9, random), 5 + randomBelow(90, random), 4],
  ],
  expected: (M, N, d, bytes) => per(6 * M * N * d, 2 * (M + N) * d * bytes),
  tolerance: 1e-12,
  floor: 1e-6,
  hints: [
    "How many scores has the window, and how many multiplications and additions does one score take?",
    "A window with one input and one output, and vectors of one number: write down each multiplication and addition of the step. How many are there?",
    "Which rows does the step touch? How often does the number of bytes count each of them, once for reading and once for what else?",
  ],
  knownMistakes: [
    {
      name: "scores-only",
      hint: "After the scores the rows of both tables move. How many operations do these moves take?",
      value: (M, N, d, bytes) => per(2 * M * N * d, 2 * (M + N) * d * bytes),
    },
    {
      name: "one-table-moved",
      hint: "You count the scores and the moves of one table. How many tables learn?",
      value: (M, N, d, bytes) => per(4 * M * N * d, 2 * (M + N) * d * bytes),
    },
    {
      name: "multiply-add-as-one",
      hint: "Is a multiplication with an addition behind it one operation here, or two?",
      value: (M, N, d, bytes) => per(3 * M * N * d, 2 * (M + N) * d * bytes),
    },
    {
      name: "reads-only",
      hint: "The rows change. Do their new numbers go back into memory by themselves?",
      value: (M, N, d, bytes) => per(6 * M * N * d, (M + N) * d * bytes),
    },
    {
      name: "rows-of-pairs",
      hint: "Is a row of the window fetched again for each of its pairs, or once for the window?",
      value: (M, N, d, bytes) => per(6 * M * N * d, 2 * (2 * M * N) * d * bytes),
      variants: [(M, N, d, bytes) => per(6 * M * N * d, 2 * M * (1 + N) * d * bytes)],
    },
    {
      name: "numbers-for-bytes",
      hint: "You divide by how many numbers are moved. Which of the four arguments does your function not use?",
      value: (M, N, d) => per(6 * M * N * d, 2 * (M + N) * d),
    },
    {
      name: "always-four-bytes",
      hint: "Does every number take four bytes, or as many as the last argument says?",
      value: (M, N, d) => per(6 * M * N * d, 8 * (M + N) * d),
    },
    {
      name: "matrix-for-rows",
      hint: "You count the bytes of the M × N scores. Do these come from the tables?",
      value: (M, N, d, bytes) => per(6 * M * N * d, 2 * M * N * bytes),
    },
    {
      name: "times-d",
      hint: "A row has d numbers. Do the bytes grow with d, as the operations do?",
      value: (M, N, d, bytes) => per(6 * M * N * d, 2 * (M + N) * bytes),
    },
    {
      name: "d-forgotten",
      hint: "One score is a sum of d products. Is it a single operation?",
      value: (M, N, d, bytes) => per(6 * M * N, 2 * (M + N) * d * bytes),
    },
    {
      name: "upside-down",
      hint: "Is a large intensity many operations for each byte, or many bytes for each operation?",
      value: (M, N, d, bytes) => per(2 * (M + N) * d * bytes, 6 * M * N * d),
    },
  ],
};

function per(operations: number, bytes: number): number {
  return operations / bytes;
}
