import { type Random, row, tableFromRows } from "../../base/index.ts";
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
