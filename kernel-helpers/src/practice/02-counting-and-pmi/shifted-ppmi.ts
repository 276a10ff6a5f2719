import { type Table, tableFromRows } from "../../base/index.ts";
import type { Exercise } from "../../check/index.ts";
import { pmiTable } from "../../counts/index.ts";
import { randomCounts, tableBy, totalsOf } from "./random-counts.ts";

type ShiftedPpmi = (counts: Table, k: number, alpha: number) => Table;

/** max(0, log P(w, c) / (P(w) P_α(c)) - log k), with P_α(c) = #(c)^α / Σ #(c')^α. */
export const shiftedPpmi: Exercise<ShiftedPpmi> = {
  id: "02-counting-and-pmi/shifted-ppmi",
  points: 3,
  equation: "Levy, Goldberg and Dagan 2015, section 3.2",
  parameters: ["counts", "k", "alpha"],
  instances: (random) => [
    [small, 1, 0.75],
    [small, 2, 1],
    [small, 1, 1],
    ...[4, 6].map((V): [Table, number, number] => [uneven(V, randomCounts(V, random)), 1, 0.5]),
    ...[5, 7].map((V): [Table, number, number] => [uneven(V, randomCounts(V, random)), 2, 0.75]),
    [tableFromRows([[3]]), 1, 0.75],
    [
      tableFromRows([
        [2, 2],
        [2, 2],
      ]),
      5,
      0.75,
    ],
  ],
  expected: (counts, k, alpha) =>
    pmiTable({ counts, totals: totalsOf(counts) }, { positive: true, negative: k, power: alpha }),
  tolerance: 1e-9,
  hints: [
    "There are three changes to PMI: smoothed contexts, the shift, the maximum with 0. In which order do you make them?",
    "Do your smoothed probabilities of all contexts add up to 1?",
    "Which counts are raised to the power α: those of the pairs, of the words, or of the contexts? By which sum do you divide?",
  ],
  knownMistakes: [
    {
      name: "shift-after-maximum",
      hint: "Can a value of your table be negative? Which of your two last operations has to come last?",
      value: (counts, k, alpha) => by(counts, alpha, (x) => Math.max(0, x) - Math.log(k)),
    },
    {
      name: "k-for-log-k",
      hint: "The shift is made on logarithms. What do you subtract, and what does the formula subtract?",
      value: (counts, k, alpha) => by(counts, alpha, (x) => Math.max(0, x - k)),
    },
    {
      name: "shift-added",
      hint: "Should a larger k leave more pairs above 0, or fewer?",
      value: (counts, k, alpha) => by(counts, alpha, (x) => Math.max(0, x + Math.log(k))),
    },
    {
      name: "shift-forgotten",
      hint: "Which of the three arguments does your formula not use?",
      value: (counts, _, alpha) => by(counts, alpha, (x) => Math.max(0, x)),
    },
    {
      name: "not-positive",
      hint: "What should stand in the cell of a pair that never occurs? And in that of a pair less frequent than by chance?",
      value: (counts, k, alpha) => by(counts, alpha, (x) => x - Math.log(k)),
    },
    {
      name: "smoothing-forgotten",
      hint: "Which of the three arguments does your formula not use?",
      value: (counts, k) => by(counts, 1, (x) => Math.max(0, x - Math.log(k))),
    },
    {
      name: "not-normalised",
      hint: "Add up your smoothed probabilities of all contexts. Is the sum 1?",
      value: (counts, k, alpha) =>
        tableBy(counts, (times, w, c, all) =>
          Math.max(0, Math.log(times / w / (c / all) ** alpha) - Math.log(k)),
        ),
      variants: [
        (counts, k, alpha) =>
          tableBy(counts, (times, w, c, all) =>
            Math.max(0, Math.log(times / w / (c ** alpha / all)) - Math.log(k)),
          ),
        (counts, k, alpha) =>
          tableBy(counts, (times, w, c, all) =>
            Math.max(0, Math.log(times / w / (c ** alpha / all ** alpha)) - Math.log(k)),
          ),
      ],
    },
    {
      name: "words-smoothed-too",
      hint: "Does the formula smooth P(w) as well, or only the probability of the context?",
      value: (counts, k, alpha) => {
        const sum = smoothedSum(counts, alpha);
        return tableBy(counts, (times, w, c, all) =>
          Math.max(0, Math.log(times / all / ((w ** alpha / sum) * (c ** alpha / sum))) - Math.log(k)),
        );
      },
    },
    {
      name: "words-smoothed",
      hint: "Which probability did you smooth: that of the row, or that of the column?",
      value: (counts, k, alpha) => {
        const sum = smoothedSum(counts, alpha);
        return tableBy(counts, (times, w, c) =>
          Math.max(0, Math.log(times / c / (w ** alpha / sum)) - Math.log(k)),
        );
      },
    },
  ],
};

const small = tableFromRows([
  [0, 6, 1],
  [6, 0, 0],
  [1, 0, 2],
]);

/** The counts with more pairs of the first word, so that the totals differ and smoothing changes something. */
function uneven(V: number, counts: Table): Table {
  return { ...counts, data: counts.data.map((times, i) => (i < V || i % V === 0 ? times + 6 : times)) };
}

function smoothedSum(counts: Table, alpha: number): number {
  return totalsOf(counts).reduce((sum, total) => sum + total ** alpha, 0);
}

/** `finish` of the smoothed PMI of each pair, without shift and maximum. */
function by(counts: Table, alpha: number, finish: (smoothedPmi: number) => number): Table {
  const sum = smoothedSum(counts, alpha);
  return tableBy(counts, (times, w, c) => finish(Math.log(times / w / (c ** alpha / sum))));
}
