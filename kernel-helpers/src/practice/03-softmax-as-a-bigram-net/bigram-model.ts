import { filledTable, type Random, randomBelow, type Table, tableFromRows } from "../../base/index.ts";
import type { Exercise } from "../../check/index.ts";
import { columnOf, mapRows, sumOf } from "./map-rows.ts";

type BigramModel = (counts: Table) => Table;

/** P(c | w) = n(w, c) / n(w); 1 / V for each word in a row without counts. */
export const bigramModel: Exercise<BigramModel> = {
  id: "03-softmax-as-a-bigram-net/bigram-model",
  points: 2,
  equation: "lesson 03, section 1: the shares of a row",
  parameters: ["counts"],
  instances: (random) => [
    [tableFromRows([[1, 3], [2, 2]])], // biome-ignore format: a table
    [tableFromRows([[0, 4, 1], [0, 0, 0], [2, 0, 0]])], // biome-ignore format: a row without counts
    [tableFromRows([[0, 0], [0, 0]])], // biome-ignore format: no counts at all
    [tableFromRows([[5]])],
    [tableFromRows([[0]])],
    [tableFromRows([[3, 1, 0, 4]])], // one row, four words
    [tableFromRows([[0], [2], [7]])], // biome-ignore format: one word
    [tableFromRows([[1e9, 1], [0, 1]])], // biome-ignore format: a table
    ...[3, 5].map((rows): [Table] => [emptyIn(1, randomCounts(rows, 4, random))]),
  ],
  expected: (counts) =>
    mapRows(counts, (n) => n.map((times) => (sumOf(n) > 0 ? times / sumOf(n) : 1 / counts.width))),
  tolerance: 1e-9,
  hints: [
    "What must each row of your table add up to? Which rows of yours do not?",
    "By which sum do you divide: of the row, of the column, or of the whole table?",
    "How many words share the probability of a row without counts, and what is the share of each of them?",
  ],
  knownMistakes: [
    {
      name: "columns-add-up",
      hint: "Add up a row of your table, then a column. Which of the two is 1, and which one should be?",
      value: (counts) =>
        mapRows(counts, (n) =>
          n.map((times, c) => shareOf(times, sumOf(columnOf(counts, c)), 1 / counts.width)),
        ),
      variants: [
        (counts) =>
          mapRows(counts, (n) =>
            n.map((times, c) => shareOf(times, sumOf(columnOf(counts, c)), 1 / counts.rows)),
          ),
      ],
    },
    {
      name: "divided-by-all",
      hint: "You have the probability of a pair among all pairs. What does the model know already when it predicts the next word?",
      value: (counts) =>
        mapRows(counts, (n) =>
          n.map((times) => (sumOf(n) > 0 ? times / sumOf(counts.data) : 1 / counts.width)),
        ),
    },
    {
      name: "zeros-for-empty-rows",
      hint: "What does your row without counts add up to? What does the exercise ask for there?",
      value: (counts) => mapRows(counts, (n) => n.map((times) => shareOf(times, sumOf(n), 0))),
    },
    {
      name: "empty-row-by-rows",
      hint: "How many words share a row without counts: as many as the table has rows, or as it has columns?",
      value: (counts) => mapRows(counts, (n) => n.map((times) => shareOf(times, sumOf(n), 1 / counts.rows))),
    },
    {
      name: "ones-for-empty-rows",
      hint: "What does your row without counts add up to? Of how many words does it consist?",
      value: (counts) => mapRows(counts, (n) => n.map((times) => shareOf(times, sumOf(n), 1))),
    },
    {
      name: "one-added",
      hint: "Do you add 1 to the counts? What is then the probability of a word that never came, and what does the exercise want?",
      value: (counts) => mapRows(counts, (n) => n.map((times) => (times + 1) / (sumOf(n) + counts.width))),
    },
    {
      name: "largest-for-sum",
      hint: "Your most frequent word has probability 1 in every row. By which number of the row do you divide?",
      value: (counts) =>
        mapRows(counts, (n) => n.map((times) => shareOf(times, Math.max(...n), 1 / counts.width))),
    },
    {
      name: "softmax-of-counts",
      hint: "Are counts scores? What is the share of a word that came 3 times out of 4?",
      value: (counts) =>
        mapRows(counts, (n) => {
          const weights = n.map((times) => Math.exp(times - Math.max(...n)));
          return weights.map((weight) => weight / sumOf(weights));
        }),
    },
  ],
};

function shareOf(times: number, total: number, otherwise: number): number {
  return total > 0 ? times / total : otherwise;
}

function randomCounts(rows: number, width: number, random: Random): Table {
  return filledTable(rows, width, () => 1 + randomBelow(9, random));
}

/** The counts with zeros in row `at`. */
function emptyIn(at: number, counts: Table): Table {
  return mapRows(counts, (n, w) => (w === at ? n.map(() => 0) : n));
}
