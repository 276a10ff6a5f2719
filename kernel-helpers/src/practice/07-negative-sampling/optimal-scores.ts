import { type Table, tableFromRows } from "../../base/index.ts";
import type { Exercise } from "../../check/index.ts";
import { counted, scoresBy, turned } from "./scores-by.ts";

type OptimalScores = (counts: Table, K: number, power: number) => Table;

/** s(w, c) = log #(w, c) / (K #(w) P_n(c)) with P_n(c) = #(c)^power / Σ #(c')^power. */
export const optimalScores: Exercise<OptimalScores> = {
  id: "07-negative-sampling/optimal-scores",
  points: 3,
  equation: "Levy and Goldberg 2014b, section 3.1",
  parameters: ["counts", "K", "power"],
  instances: (random) => [
    [
      tableFromRows([
        [2, 6],
        [4, 3],
      ]),
      1,
      1,
    ],
    [
      tableFromRows([
        [1, 1, 1],
        [2, 2, 2],
      ]),
      5,
      1,
    ], // as by chance: all are -log 5
    [
      tableFromRows([
        [0, 3],
        [5, 1],
        [0, 2],
      ]),
      2,
      0.75,
    ], // pairs that never occur
    [tableFromRows([[4]]), 3, 0.75],
    [tableFromRows([[4], [1]]), 3, 1],
    ...[1, 2, 5, 15].flatMap((K): [Table, number, number][] => [
      [counted(3, 4, random), K, 1],
      [counted(4, 3, random), K, 0.75],
    ]),
    [counted(2, 5, random), 5, 0], // uniform noise
    [
      tableFromRows([
        [1, 40_000_001],
        [33_333_335, 0],
      ]),
      5,
      0.75,
    ],
  ],
  expected: (counts, K, power) => scoresBy(counts, power, ({ n, ofWord, noise }) => n / (K * ofWord * noise)),
  tolerance: 1e-9,
  hints: [
    "For one pair: how often does the text say yes, and how often does the noise say no? At which score do the two balance?",
    "For K = 1 and counts as they would be by chance, every best score is 0. What does your function give for [[1, 1], [2, 2]]?",
    "Which three sums do you need: of a row, of a column, of the powers of all columns? Which of them does your code not use?",
  ],
  knownMistakes: [
    {
      name: "number-forgotten",
      hint: "Does more noise leave the best scores as they are? Which argument does your function not use?",
      value: (counts, _, power) => scoresBy(counts, power, ({ n, ofWord, noise }) => n / (ofWord * noise)),
    },
    {
      name: "number-multiplied",
      hint: "Does more noise make yes more probable, or less? What does that do to the best score?",
      value: (counts, K, power) =>
        scoresBy(counts, power, ({ n, ofWord, noise }) => (K * n) / (ofWord * noise)),
    },
    {
      name: "number-for-logarithm",
      hint: "Which is subtracted from PMI: the number of noise words, or its logarithm?",
      value: (counts, K, power) =>
        scoresBy(counts, power, ({ n, ofWord, noise }) => Math.exp(-K) * (n / (ofWord * noise))),
    },
    {
      name: "power-forgotten",
      hint: "Which of the three arguments does your function not use?",
      value: (counts, K) => scoresBy(counts, 1, ({ n, ofWord, noise }) => n / (K * ofWord * noise)),
    },
    {
      name: "not-divided",
      hint: "Do the shares of the noise add up to 1 in your function?",
      value: (counts, K, power) =>
        scoresBy(counts, power, ({ n, ofWord, ofContext }) => n / (K * ofWord * ofContext ** power)),
      variants: [
        (counts, K, power) =>
          scoresBy(
            counts,
            power,
            ({ n, ofWord, ofContext, all }) => n / (K * ofWord * (ofContext / all) ** power),
          ),
        (counts, K, power) =>
          scoresBy(
            counts,
            power,
            ({ n, ofWord, ofContext, all }) => n / (K * ofWord * (ofContext ** power / all)),
          ),
      ],
    },
    {
      name: "words-for-contexts",
      hint: "Noise words stand in the place of the context. Are their counts the sums of the rows, or of the columns?",
      value: (counts, K, power) =>
        turned(scoresBy(turned(counts), power, ({ n, ofWord, noise }) => n / (K * ofWord * noise))),
    },
    {
      name: "pairs-for-words",
      hint: "For how many pairs is noise drawn with this word in the center: for all pairs, or for those of the word?",
      value: (counts, K, power) => scoresBy(counts, power, ({ n, all, noise }) => n / (K * all * noise)),
    },
    {
      name: "count-of-word-forgotten",
      hint: "Noise is drawn once for each pair of the center. How many pairs does the center have, and where is that number in your formula?",
      value: (counts, K, power) => scoresBy(counts, power, ({ n, noise }) => n / (K * noise)),
    },
    {
      name: "scores-of-nce",
      hint: "These are the best scores if the loss knows the noise. Does the loss of negative sampling know it?",
      value: (counts, _, power) => scoresBy(counts, power, ({ n, ofWord }) => n / ofWord),
    },
    {
      name: "upside-down",
      hint: "Should a pair that is frequent in the text have a high best score, or a low one?",
      value: (counts, K, power) =>
        scoresBy(counts, power, ({ n, ofWord, noise }) => (K * ofWord * noise) / n),
    },
    {
      name: "zero-for-never",
      hint: "What is the logarithm of 0, and what does the exercise say about pairs that never occur?",
      value: (counts, K, power) =>
        scoresBy(counts, power, ({ n, ofWord, noise }) => (n === 0 ? 1 : n / (K * ofWord * noise))),
    },
    {
      name: "no-logarithm",
      hint: "Can the best score be negative? Can your numbers be?",
      value: (counts, K, power) =>
        scoresBy(
          counts,
          power,
          ({ n, ofWord, noise }) => n / (K * ofWord * noise),
          (x) => x,
        ),
    },
  ],
};
