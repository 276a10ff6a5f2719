import { logSumExp, type Random, row, softmax, type Table, tableFromRows } from "../../base/index.ts";
import type { Exercise } from "../../check/index.ts";
import { randomTable } from "../random-inputs.ts";
import { softmaxEdges } from "../score-edges.ts";
import { columnOf, mapRows, sumOf } from "./map-rows.ts";

type SoftmaxRows = (scores: Table) => Table;

/** ŷ_wj = e^(z_wj) / Σ_k e^(z_wk), the softmax of each row. */
export const softmaxRows: Exercise<SoftmaxRows> = {
  id: "03-softmax-as-a-bigram-net/softmax-rows",
  points: 3,
  equation: "lesson 03, section 4: the softmax, shifted by the largest score",
  parameters: ["scores"],
  instances: (random) => [
    [tableFromRows([[0, 1, 2]])],
    [tableFromRows([[0, 0], [3, 3]])], // biome-ignore format: equal scores
    [randomTable(2, 3, random)],
    [randomTable(4, 2, random)],
    [randomTable(3, 1, random)],
    [randomTable(1, 4, random)],
    [tableFromRows(softmaxEdges(random))],
    ...softmaxEdges(random).map((scores): [Table] => [edgeIn(scores, random)]),
  ],
  expected: (scores) => mapRows(scores, softmax),
  tolerance: 1e-9,
  hints: [
    "What must each row of the result add up to? Does every row do that, also a row of large scores?",
    "What is e^800 in float64, and e^-800? What may you subtract from all scores of a row without changing the result?",
    "Each row has a largest score of its own. Which number do you subtract in a row of scores near 3000, and which in a row near -3000?",
  ],
  knownMistakes: [
    {
      name: "overflow",
      hint: "Try a row of 800 and 799: what is Math.exp(800)? Does ŷ change when all scores of a row change by the same number?",
      value: (scores) => mapRows(scores, (z) => normalised(z.map(Math.exp))),
    },
    {
      name: "columns-add-up",
      hint: "Add up a row of your result, then a column. Which of them is 1? Which words compete with each other?",
      value: (scores) =>
        mapRows(scores, (z) => z.map((x, j) => Math.exp(x - logSumExp(columnOf(scores, j))))),
    },
    {
      name: "whole-table",
      hint: "Does the sum below the line run over one row, or over the whole table?",
      value: (scores) => mapRows(scores, (z) => z.map((x) => Math.exp(x - logSumExp(scores.data)))),
    },
    {
      name: "clamped-scores",
      hint: "Take scores of 800 and 750. Which word is more probable, and what does your function say of the two?",
      value: (scores) => mapRows(scores, (z) => normalised(z.map((x) => Math.exp(Math.min(700, x))))),
    },
    {
      name: "one-shift-for-all",
      hint: "Take a row of scores near 0 and another near 3000. What is left of the first row after your shift?",
      value: (scores) => {
        const most = scores.data.reduce((larger, x) => Math.max(larger, x), Number.NEGATIVE_INFINITY);
        return mapRows(scores, (z) => normalised(z.map((x) => Math.exp(x - most))));
      },
    },
    {
      name: "shift-by-smallest",
      hint: "After your shift, what is the largest exponent of a row with the scores 3000 and -3000?",
      value: (scores) => mapRows(scores, (z) => normalised(z.map((x) => Math.exp(x - Math.min(...z))))),
    },
    {
      name: "shift-by-first",
      hint: "Is the first score of a row always the largest? Try a row that begins with -3000 and ends with 3000.",
      value: (scores) => mapRows(scores, (z) => normalised(z.map((x) => Math.exp(x - (z[0] as number))))),
    },
    {
      name: "not-normalised",
      hint: "What does a row of your result add up to?",
      value: (scores) => mapRows(scores, (z) => z.map((x) => Math.exp(x - Math.max(...z)))),
    },
    {
      name: "logarithms",
      hint: "Are your numbers probabilities? Which of them are negative?",
      value: (scores) => mapRows(scores, (z) => z.map((x) => x - logSumExp(z))),
    },
    {
      name: "sign-flipped",
      hint: "Which word of a row gets the largest probability: that with the largest score, or that with the smallest?",
      value: (scores) => mapRows(scores, (z) => softmax(z.map((x) => -x))),
    },
  ],
};

/** A table of other scores with these in the middle row. */
function edgeIn(scores: readonly number[], random: Random): Table {
  const table = randomTable(3, scores.length, random);
  row(table, 1).set(scores);
  return table;
}

function normalised(weights: Float64Array): Float64Array {
  const sum = sumOf(weights);
  return weights.map((weight) => weight / sum);
}
