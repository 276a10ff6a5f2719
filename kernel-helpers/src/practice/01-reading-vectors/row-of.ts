import { vectorOf, type WordVectors } from "../../vectors/index.ts";

/** The vector of a word as a float64 copy, shape (d). */
export function rowOf(vectors: WordVectors, word: string): Float64Array {
  return Float64Array.from(vectorOf(vectors, word));
}
