import { type Random, row, softmax, type Table, tableFromRows, zeroTable } from "../../base/index.ts";
import type { Exercise } from "../../check/index.ts";
import { randomIds, randomTable } from "../random-inputs.ts";
import { softmaxEdges } from "../score-edges.ts";
import { change, gradientBy, meanByRow, type Pair } from "./gradient-by-pairs.ts";
import { columnOf, sumOf } from "./map-rows.ts";

type Pairs = readonly Pair[];
type BigramGradient = (scores: Table, pairs: Pairs) => Table;

/** ∂L/∂Z of L = Σ over the pairs (w, c) of -log ŷ_c: in row w the sum of ŷ - y. */
export const bigramGradient: Exercise<BigramGradient> = {
  id: "03-softmax-as-a-bigram-net/bigram-gradient",
  points: 3,
  equation: "lesson 03, sections 5 and 6; Rong 2014, eq. 8",
  parameters: ["scores", "pairs"],
  instances: (random) => [
    [tableFromRows([[0, 0], [0, 0]]), [[0, 1]]], // biome-ignore format: one case a line
    [randomTable(3, 3, random), [[0, 1], [2, 0]]], // biome-ignore format: one case a line
    [randomTable(3, 3, random), []],
    [randomTable(1, 1, random), [[0, 0]]],
    [randomTable(4, 4, random), [[1, 1], [3, 3]]], // biome-ignore format: one case a line; equal words
    [randomTable(4, 4, random), [[1, 2], [1, 2], [1, 0]]], // biome-ignore format: one case a line; a row, and a pair, that repeats
    [randomTable(4, 4, random), [twice, twice, [0, 3]]],
    [randomTable(5, 5, random), somePairs(9, 5, random)],
    ...softmaxEdges(random).flatMap(
      (edge) =>
      [0, 3].map((next): [Table, Pairs] => [edgeIn(edge, random), [[2, next], [2, 1], [0, next]]]), // biome-ignore format: one case a line
    ),
  ],
  expected: (scores, pairs) => gradientBy(scores, pairs),
  tolerance: 1e-9,
  hints: [
    "Which row of the table does the loss of one pair depend on? What is its error for each of the V words?",
    "Two pairs may begin with the same word. What has to happen to their errors in the row of that word?",
    "What should every row of your gradient add up to? What does a row contain with which no pair begins?",
  ],
  knownMistakes: [
    {
      name: "target-not-subtracted",
      hint: "What does a row of your gradient add up to? Which probability would a perfect model give to the word that came?",
      value: (scores, pairs) => gradientBy(scores, pairs, { observed: 0 }),
    },
    {
      name: "target-subtracted-once",
      hint: "How many pairs begin with the same word, and how many times does your row lose 1?",
      value: (scores, pairs) => {
        const seen = new Set<number>();
        const result = gradientBy(scores, pairs, { observed: 0 });
        for (const [w, c] of pairs) {
          if (seen.has(w)) continue;
          seen.add(w);
          change(result, w, c, -1);
        }
        return result;
      },
    },
    {
      name: "prediction-added-once",
      hint: "How many pairs begin with the same word? How many times does ŷ of that row belong into the sum?",
      value: (scores, pairs) => {
        const result = zeroTable(scores.rows, scores.width);
        for (const w of new Set(pairs.map(([before]) => before))) row(result, w).set(softmax(row(scores, w)));
        for (const [w, c] of pairs) change(result, w, c, -1);
        return result;
      },
    },
    {
      name: "sign-flipped",
      hint: "Add a little of your gradient to the scores: should the loss rise or fall, and what does it do?",
      value: (scores, pairs) => gradientBy(scores, pairs, { factor: -1 }),
    },
    {
      name: "mean-for-sum",
      hint: "If every pair stood twice in the list, should the gradient of the sum of losses change? Does yours?",
      value: (scores, pairs) => gradientBy(scores, pairs, { factor: 1 / Math.max(1, pairs.length) }),
      variants: [meanByRow],
    },
    {
      name: "repeats-overwritten",
      hint: "When two pairs begin with the same word, does your code add the second error to the row, or write over the first?",
      value: (scores, pairs) =>
        gradientBy(scores, [...new Map(pairs.map((pair) => [pair[0], pair])).values()]),
    },
    {
      name: "repeats-dropped",
      hint: "A pair that stands twice in the list has two losses. How many times does your code count it?",
      value: (scores, pairs) =>
        gradientBy(scores, [...new Map(pairs.map((pair) => [pair.join(" "), pair])).values()]),
    },
    {
      name: "words-swapped",
      hint: "Which word of a pair is given, and which one is predicted? Which of them chooses the row?",
      value: (scores, pairs) =>
        gradientBy(
          scores,
          pairs.map(([w, c]): Pair => [c, w]),
        ),
    },
    {
      name: "columns-add-up",
      hint: "Over which numbers does the sum of your softmax run: a row of the table, or a column?",
      value: (scores, pairs) =>
        gradientBy(scores, pairs, {
          predict: (z, w) => z.map((_, j) => softmax(columnOf(scores, j))[w] as number),
        }),
    },
    {
      name: "scores-for-probabilities",
      hint: "What turns scores into probabilities? What do your errors of one pair add up to?",
      value: (scores, pairs) => gradientBy(scores, pairs, { predict: (z) => z }),
    },
    {
      name: "overflow",
      hint: "Try scores of 800 and 799: what is Math.exp(800)? Which shift leaves ŷ as it is?",
      value: (scores, pairs) =>
        gradientBy(scores, pairs, {
          predict: (z) => {
            const weights = z.map(Math.exp);
            return weights.map((weight) => weight / sumOf(weights));
          },
        }),
    },
  ],
};

/** A pair that comes twice, as one and the same list. */
const twice: Pair = [2, 1];

function somePairs(count: number, V: number, random: Random): Pair[] {
  const [before, next] = [randomIds(count, V, random), randomIds(count, V, random)];
  return before.map((w, t): Pair => [w, next[t] as number]);
}

/** A table of other scores with these in row 2. */
function edgeIn(scores: readonly number[], random: Random): Table {
  const table = randomTable(scores.length, scores.length, random);
  row(table, 2).set(scores);
  return table;
}
