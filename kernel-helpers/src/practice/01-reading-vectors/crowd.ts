import { copyTable, type Random, row, type Table, tableFromRows } from "../../base/index.ts";
import { type WordVectors, wordVectors } from "../../vectors/index.ts";
import { randomTable } from "../random-inputs.ts";

/** Words w0, w1, … with vectors of very different lengths around `scale`, so that cosine and dot product disagree. */
export function crowd(words: number, width: number, random: Random, scale = 1): WordVectors {
  const table = randomTable(words, width, random);
  const rows = Array.from({ length: words }, (_, word) =>
    row(table, word).map((x) => scale * x * 4 ** (word % 3)),
  );
  const names = rows.map((_, word) => `w${word}`);
  const { data } = tableFromRows(rows);
  return wordVectors(names, { rows: words, width, data: Float32Array.from(data) });
}

/** The same vectors, except that word `twin` has exactly twice the vector of `word`. */
export function withTwin({ words, table }: WordVectors, twin: number, word: number): WordVectors {
  return replaced(
    words,
    table,
    twin,
    row(table, word).map((x) => 2 * x),
  );
}

/** The same vectors, except that word `other` has nearly the vector of `word`. */
export function withNeighbour(
  { words, table }: WordVectors,
  other: number,
  word: number,
  random: Random,
): WordVectors {
  return replaced(
    words,
    table,
    other,
    row(table, word).map((x) => x * (1 + 1e-5 * random())),
  );
}

function replaced(
  words: readonly string[],
  table: Table<Float32Array>,
  word: number,
  vector: Float32Array,
): WordVectors {
  const copy = copyTable(table);
  row(copy, word).set(vector);
  return wordVectors(words, copy);
}
