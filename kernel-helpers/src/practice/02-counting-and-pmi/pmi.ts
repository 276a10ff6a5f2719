import { type Table, tableFromRows } from "../../base/index.ts";
import type { Exercise } from "../../check/index.ts";
import { pmiTable } from "../../counts/index.ts";
import { randomCounts, tableBy, totalsOf } from "./random-counts.ts";

type Pmi = (counts: Table) => Table;

/** PMI(w, c) = log #(w, c) |D| / (#(w) #(c)), in nats. */
export const pmi: Exercise<Pmi> = {
  id: "02-counting-and-pmi/pmi",
  points: 2,
  equation: "PMI of Church and Hanks 1990, with the natural logarithm",
  parameters: ["counts"],
  instances: (random) => [
    [
      tableFromRows([
        [0, 3, 1],
        [3, 0, 0],
        [1, 0, 2],
      ]),
    ],
    [tableFromRows([[4]])],
    [
      tableFromRows([
        [2, 2],
        [2, 2],
      ]),
    ], // as by chance: all zeros
    ...[3, 4, 6].map((V): [Table] => [randomCounts(V, random)]),
    [
      tableFromRows([
        [0, 1e9],
        [1e9, 1],
      ]),
    ],
  ],
  expected: (counts) => pmiTable({ counts, totals: totalsOf(counts) }),
  tolerance: 1e-9,
  hints: [
    "Which three probabilities stand in the formula? By which number do you divide a count to get each?",
    "What should the PMI be if every pair is as frequent as chance makes it? What does your function give for [[2, 2], [2, 2]]?",
    "Work out one cell by hand: its count, the sum of its row, the sum of its column, the sum of all. Which of these four does your code not use as the formula does?",
  ],
  knownMistakes: [
    {
      name: "bits",
      hint: "Which base does your logarithm have? Which one does the exercise ask for?",
      value: (counts) => tableBy(counts, (times, w, c, all) => Math.log2((times * all) / (w * c))),
      variants: [(counts) => tableBy(counts, (times, w, c, all) => Math.log10((times * all) / (w * c)))],
    },
    {
      name: "ratio-upside-down",
      hint: "Should a pair that occurs more often than by chance get a positive number, or a negative one?",
      value: (counts) => tableBy(counts, (times, w, c, all) => Math.log((w * c) / (times * all))),
    },
    {
      name: "total-forgotten",
      hint: "A probability is a count divided by the number of all pairs. After the fractions are simplified, does |D| remain?",
      value: (counts) => tableBy(counts, (times, w, c) => Math.log(times / (w * c))),
    },
    {
      name: "divided-by-total",
      hint: "Put the three probabilities into the formula and simplify. Is |D| above the line, or below it?",
      value: (counts) => tableBy(counts, (times, w, c, all) => Math.log(times / (w * c * all))),
    },
    {
      name: "one-margin",
      hint: "P(c | w) alone is large for every frequent c. With what does PMI compare it?",
      value: (counts) => tableBy(counts, (times, w) => Math.log(times / w)),
    },
    {
      name: "no-logarithm",
      hint: "For pairs as frequent as by chance your function gives 1. What does the exercise ask for there?",
      value: (counts) => tableBy(counts, (times, w, c, all) => (times * all) / (w * c)),
    },
    {
      name: "one-added",
      hint: "Do you change the counts before you take the logarithm? What does the exercise want for a count of 0?",
      value: (counts) => tableBy(counts, (times, w, c, all) => Math.log(((times + 1) * all) / (w * c))),
      variants: [(counts) => tableBy(counts, (times, w, c, all) => Math.log((times * all) / (w * c) + 1))],
    },
    {
      name: "zero-for-never",
      hint: "What is the logarithm of 0, and what does the exercise say about pairs that never occur?",
      value: (counts) =>
        tableBy(counts, (times, w, c, all) => (times === 0 ? 0 : Math.log((times * all) / (w * c)))),
    },
    {
      name: "weighted",
      hint: "Does the PMI of one pair contain its probability as a factor, or only the mean over all pairs?",
      value: (counts) =>
        tableBy(counts, (times, w, c, all) => (times / all) * Math.log((times * all) / (w * c))),
    },
  ],
};
