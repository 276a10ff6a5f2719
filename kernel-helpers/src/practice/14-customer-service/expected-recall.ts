import { filledTable, type Random, randomBelow, row, type Table, tableFromRows } from "../../base/index.ts";
import type { Exercise } from "../../check/index.ts";

type ExpectedRecall = (scores: Table, right: readonly number[], k: number) => number;

/** Mean over the queries of min(1, max(0, (k - g) / t)): g documents score more than the right one, t as much, itself among them. */
export const expectedRecall: Exercise<ExpectedRecall> = {
  id: "14-customer-service/expected-recall",
  points: 2,
  equation: "McSherry and Najork 2008, the same idea for other measures",
  parameters: ["scores", "right", "k"],
  instances: (random) => [
    [tableFromRows([[0.2, 0.9, 0.1]]), [1], 1],
    [tableFromRows([[0, 0, 0, 0]]), [0], 1], // a ranker that knows nothing: 1 of 4
    [tableFromRows([[0, 0, 0, 0]]), [3], 2],
    [
      tableFromRows([
        [3, 2, 1],
        [3, 2, 1],
      ]),
      [1, 2],
      2,
    ],
    [tableFromRows([[5, 1, 4, 1, 3]]), [3], 3], // three are better
    [tableFromRows([[5, 1, 4, 1, 3]]), [1], 4], // one of two
    [tableFromRows([[2, 2, 1]]), [2], 5], // more places than documents
    [tableFromRows([[2, 2, 1]]), [0], 3],
    [tableFromRows([[1, 1, 1, 0]]), [2], 2], // two places for three
    ...[1, 2, 3].map((k): Parameters<ExpectedRecall> => {
      const scores = coarse(6, 7, random);
      return [scores, Array.from({ length: 6 }, () => randomBelow(7, random)), k];
    }),
  ],
  expected: (scores, right, k) =>
    recallBy(scores, right, ({ g, t }) => Math.min(1, Math.max(0, (k - g) / t))),
  tolerance: 1e-12,
  hints: [
    "All documents have the same score. In how many of 100 random orders is the right one among the first k?",
    "The documents that are better take their places first. How many of the k places are left for those with the right one's score?",
    "Count g and t for the smallest case that fails. What does your code take for g, and what for t?",
  ],
  knownMistakes: [
    {
      name: "ties-won",
      hint: "A ranker gives every document the same score. How good is it by your measure?",
      value: (scores, right, k) => recallBy(scores, right, ({ g }) => (g < k ? 1 : 0)),
    },
    {
      name: "ties-lost",
      hint: "Two documents share the first place. Is the right one never among the first, if it is one of them?",
      value: (scores, right, k) => recallBy(scores, right, ({ g, t }) => (g + t <= k ? 1 : 0)),
    },
    {
      name: "order-decides",
      hint: "Write the documents in another order. Does your number change?",
      value: (scores, right, k) => recallBy(scores, right, ({ g, before }) => (g + before < k ? 1 : 0)),
    },
    {
      name: "one-place-too-many",
      hint: "No document is better and k is 1. Which is the last number of better documents with which the right one is found?",
      value: (scores, right, k) =>
        recallBy(scores, right, ({ g, t }) => Math.min(1, Math.max(0, (k + 1 - g) / t))),
      variants: [(scores, right, k) => recallBy(scores, right, ({ g }) => (g <= k ? 1 : 0))],
    },
    {
      name: "right-one-not-counted",
      hint: "Which documents have the right one's score? Is it itself among them?",
      value: (scores, right, k) =>
        recallBy(scores, right, ({ g, t }) => Math.min(1, Math.max(0, (k - g) / (t - 1)))),
    },
    {
      name: "more-than-one",
      hint: "More places are left than documents share the score. Can a probability be above 1?",
      value: (scores, right, k) => recallBy(scores, right, ({ g, t }) => Math.max(0, (k - g) / t)),
    },
    {
      name: "less-than-zero",
      hint: "More than k documents are better. Can a probability be below 0?",
      value: (scores, right, k) => recallBy(scores, right, ({ g, t }) => Math.min(1, (k - g) / t)),
    },
    {
      name: "sum-for-mean",
      hint: "There are twice as many queries, each asked twice. Should the number change?",
      value: (scores, right, k) =>
        scores.rows * recallBy(scores, right, ({ g, t }) => Math.min(1, Math.max(0, (k - g) / t))),
    },
    {
      name: "divided-by-places",
      hint: "Each query has one right document. Does a query with that document among the first five count 1, or a fifth?",
      value: (scores, right, k) =>
        recallBy(scores, right, ({ g, t }) => Math.min(1, Math.max(0, (k - g) / t))) / k,
    },
    {
      name: "mean-rank-decides",
      hint: "The right one shares places 1 and 2 with another. Is it found in every order, in none, or in some, for k = 1?",
      value: (scores, right, k) => recallBy(scores, right, ({ g, t }) => (g + (t + 1) / 2 <= k ? 1 : 0)),
    },
  ],
};

interface Place {
  /** Documents that score more. */
  readonly g: number;
  /** Documents that score as much, the right one among them. */
  readonly t: number;
  /** Those of them that stand before it. */
  readonly before: number;
}

function recallBy(scores: Table, right: readonly number[], found: (place: Place) => number): number {
  const shares = right.map((document, query) => {
    const own = row(scores, query);
    const score = own[document] as number;
    const same = [...own.keys()].filter((i) => own[i] === score);
    return found({
      g: own.filter((x) => x > score).length,
      t: same.length,
      before: same.filter((i) => i < document).length,
    });
  });
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

/** Scores with many equal ones in each row. */
function coarse(rows: number, width: number, random: Random): Table {
  return filledTable(rows, width, () => Math.floor(3 * random()) / 2);
}
