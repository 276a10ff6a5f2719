import { tableFromRows } from "../base/index.ts";
import { type WordVectors, wordVectors } from "./word-vectors.ts";

/** A vector for each word. */
export interface VectorRows {
  readonly [word: string]: ArrayLike<number>;
}

/**
 * Word vectors written by hand, in the order of the words; the numbers are rounded to float32. Throws RangeError
 * when the vectors have different lengths.
 *
 * @example
 * vectorsFromRows({ cat: [1, 0], dog: [0.5, 2] }).words; // ["cat", "dog"]
 */
export function vectorsFromRows(rows: VectorRows): WordVectors {
  const table = tableFromRows(Object.values(rows));
  return wordVectors(Object.keys(rows), { ...table, data: Float32Array.from(table.data) });
}
