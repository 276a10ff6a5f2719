import { row, type Table, zeroTable } from "../../base/index.ts";
import type { Exercise } from "../../check/index.ts";
import { cooccurrences } from "../../counts/index.ts";
import { randomIds } from "../random-inputs.ts";

type Sentences = readonly (readonly number[])[];
type CountPairs = (sentences: Sentences, V: number, window: number) => Table;

/** #(w, c): how often c stands at most `window` places from w in the same sentence. */
export const countPairs: Exercise<CountPairs> = {
  id: "02-counting-and-pmi/count-pairs",
  points: 2,
  equation: "#(w, c), the number of pairs of positions at most m apart",
  parameters: ["sentences", "V", "window"],
  instances: (random) => [
    [[[0, 1, 2]], 3, 1],
    [[[0, 1, 2, 3, 0]], 4, 2],
    [
      [
        [0, 1],
        [2, 3],
      ],
      4,
      3,
    ],
    [[[1, 1, 0, 1]], 3, 2],
    [[[2], [], [0, 2]], 3, 5],
    [[], 2, 1],
    [[twice, twice], 2, 1],
    [[[0]], 1, 1],
    ...[1, 2, 3].map((window): [number[][], number, number] => [
      [randomIds(9, 5, random), randomIds(4, 5, random)],
      6,
      window,
    ]),
  ],
  expected: (sentences, V, window) => cooccurrences(sentences, { vocabularySize: V, window }).counts,
  tolerance: 0,
  hints: [
    "Write down all pairs of the sentence [0, 1, 2] with a window of 1. How many are there, and in which cells of the table do they belong?",
    "Is your table symmetric? Should it be?",
    "Which positions are at most `window` away from position t, and which of them exist? Is t itself one of them?",
  ],
  knownMistakes: [
    {
      name: "counts-itself",
      hint: "Is a position its own context? Which distance do you leave out?",
      value: (sentences, V, window) => count(sentences, V, (distance) => Math.abs(distance) <= window),
    },
    {
      name: "right-side-only",
      hint: "In the sentence [0, 1], is 0 in the context of 1? And 1 in that of 0? Which of the two did you count?",
      value: (sentences, V, window) => count(sentences, V, (distance) => distance > 0 && distance <= window),
    },
    {
      name: "window-one-short",
      hint: "With a window of 1, how many pairs does a sentence of two words give?",
      value: (sentences, V, window) =>
        count(sentences, V, (distance) => distance !== 0 && Math.abs(distance) < window),
    },
    {
      name: "over-the-end",
      hint: "Is the last word of a sentence near the first word of the next one?",
      value: (sentences, V, window) => count([sentences.flat()], V, inside(window)),
    },
    {
      name: "equal-words-skipped",
      hint: "In the sentence [1, 1, 0], does word 1 stand near word 1? Do you compare positions, or words?",
      value: (sentences, V, window) => {
        const table = count(sentences, V, inside(window));
        for (let w = 0; w < V; w++) row(table, w)[w] = 0;
        return table;
      },
    },
    {
      name: "yes-or-no",
      hint: "If a pair occurs three times, which number should stand in its cell?",
      value: (sentences, V, window) => {
        const table = count(sentences, V, inside(window));
        return { ...table, data: table.data.map((times) => Math.min(1, times)) };
      },
    },
    {
      name: "both-cells-for-each",
      hint: "The pair (0, 1) and the pair (1, 0) are two pairs. How many times do you add to each of their cells in the sentence [0, 1]?",
      value: (sentences, V, window) => {
        const table = count(sentences, V, inside(window));
        return { ...table, data: table.data.map((times) => 2 * times) };
      },
    },
  ],
};

/** A sentence that comes twice, as one and the same list. */
const twice: readonly number[] = [1, 0];

const inside =
  (window: number) =>
  (distance: number): boolean =>
    distance !== 0 && Math.abs(distance) <= window;

function count(sentences: Sentences, V: number, near: (distance: number) => boolean): Table {
  const table = zeroTable(V, V);
  for (const ids of sentences) {
    ids.forEach((w, t) => {
      ids.forEach((c, s) => {
        const numbers = row(table, w);
        if (near(s - t)) numbers[c] = (numbers[c] as number) + 1;
      });
    });
  }
  return table;
}
