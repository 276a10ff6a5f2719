import { addScaled, norm, row, type Table } from "../../base/index.ts";
import type { Exercise } from "../../check/index.ts";
import { randomTable } from "../random-inputs.ts";

type MeanOfKnown = (
  tokens: readonly string[],
  ids: ReadonlyMap<string, number>,
  table: Table,
) => Float64Array;

const ids: ReadonlyMap<string, number> = new Map(
  ["disk", "font", "key", "mirror", "kernel"].map((word, id) => [word, id]),
);

/** (1 / n) Σ of the rows of the n tokens that have one, repeats counted; zeros if none has. */
export const meanOfKnown: Exercise<MeanOfKnown> = {
  id: "14-customer-service/mean-of-known",
  points: 2,
  equation: "Arora, Liang and Ma 2017, with equal weights",
  parameters: ["tokens", "ids", "table"],
  instances: (random) =>
    (
      [
        ["font"],
        ["font", "key"],
        ["disk", "font", "key"], // the first word has the id 0
        ["my", "font", "broke"],
        ["font", "font", "key"],
        ["font", "my", "font", "key", "my"],
        ["disk", "my"],
        ["kernel", "mirror", "kernel", "disk", "of", "of"],
        ["my", "printer"], // no vector at all
        [],
      ] as string[][]
    ).map((tokens): Parameters<MeanOfKnown> => [tokens, ids, randomTable(5, 3, random)]),
  expected: (tokens, known, table) => meanBy(tokens, known, table),
  tolerance: 1e-9,
  hints: [
    "Which words of the text can you add? How many are they?",
    "Add three words without a vector to a text. Should its mean vector change?",
    "Which id has the first word of the vocabulary? What do you do with that number, and what with `undefined`?",
  ],
  knownMistakes: [
    {
      name: "unknown-words-counted",
      hint: "By how many words do you divide? Did you add as many?",
      value: (tokens, known, table) => meanBy(tokens, known, table, { divisor: () => tokens.length }),
    },
    {
      name: "unknown-word-is-the-first",
      hint: "Which vector does a word get that has none? What is `undefined ?? 0`?",
      value: (tokens, known, table) =>
        meanBy(
          tokens.map((token) => (known.has(token) ? token : "disk")),
          known,
          table,
        ),
    },
    {
      name: "id-zero-dropped",
      hint: "Is 0 the id of a word? What is `!0`?",
      value: (tokens, known, table) =>
        meanBy(
          tokens.filter((token) => token !== "disk"),
          known,
          table,
        ),
      variants: [
        (tokens, known, table) =>
          meanBy(
            tokens.filter((token) => token !== "disk"),
            known,
            table,
            { divisor: (found) => found + tokens.filter((token) => token === "disk").length },
          ),
      ],
    },
    {
      name: "repeats-dropped",
      hint: "A word stands in the text twice. How often does it count?",
      value: (tokens, known, table) => meanBy([...new Set(tokens)], known, table),
    },
    {
      name: "divided-by-different-words",
      hint: "You add a word as often as it occurs. How often do you count it when you divide?",
      value: (tokens, known, table) =>
        meanBy(tokens, known, table, {
          divisor: () => new Set(tokens.filter((token) => known.has(token))).size,
        }),
    },
    {
      name: "sum-for-mean",
      hint: "Write the text twice, one behind the other. Should its vector become twice as long?",
      value: (tokens, known, table) => meanBy(tokens, known, table, { divisor: () => 1 }),
    },
    {
      name: "unit-vectors",
      hint: "Do you change the length of each word's vector before you add it? Does the formula?",
      value: (tokens, known, table) => meanBy(tokens, known, table, { scale: (v) => 1 / norm(v) }),
    },
    {
      name: "divided-by-width",
      hint: "Is the mean taken over the words, or over the numbers of a vector?",
      value: (tokens, known, table) => meanBy(tokens, known, table, { divisor: () => table.width }),
    },
  ],
};

interface Otherwise {
  /** From the number of words that were added. */
  readonly divisor?: (found: number) => number;
  readonly scale?: (vector: Float64Array) => number;
}

function meanBy(
  tokens: readonly string[],
  known: ReadonlyMap<string, number>,
  table: Table,
  { divisor = (found) => found, scale = () => 1 }: Otherwise = {},
): Float64Array {
  const found = tokens.flatMap((token) => known.get(token) ?? []);
  const sum = new Float64Array(table.width);
  for (const id of found) {
    const vector = row(table, id);
    addScaled(sum, scale(vector), vector);
  }
  const count = divisor(found.length);
  return count === 0 ? sum : sum.map((x) => x / count);
}
