import { counted, row } from "../base/index.ts";
import { similarSpellings } from "../vocabulary/index.ts";
import { unit } from "./cosine-similarity.ts";
import type { WordVectors } from "./word-vectors.ts";

/**
 * The vector of `word`, shape (d): a view, so writing to it changes the table.
 * Throws RangeError for an unknown word, with the known words of the most similar spelling.
 */
export function vectorOf(vectors: WordVectors, word: string): Float32Array {
  return row(vectors.table, idOf(vectors, word));
}

/**
 * v / |v| of `word`, shape (d), in float64; throws RangeError for an unknown word and for one whose vector is zero or not
 * finite, which has no direction.
 */
export function directionOf(vectors: WordVectors, word: string): Float64Array {
  const v = vectorOf(vectors, word);
  if (v.every((x) => x === 0)) {
    throw new RangeError(
      `Cannot compare "${word}" with other words: its vector is zero, which has no direction. Remedy: another word`,
    );
  }
  return unit(v);
}

/** The id of `word`, or of its composed form NFC, in which tokens come; throws RangeError as `vectorOf` does. */
export function idOf(vectors: WordVectors, word: string): number {
  const id = vectors.ids.get(word) ?? vectors.ids.get(word.normalize("NFC"));
  if (id === undefined) throw unknownWord(vectors, word);
  return id;
}

function unknownWord({ words }: WordVectors, word: string): RangeError {
  if (words.length === 0) {
    return new RangeError(`Cannot look up "${word}": these vectors have no words. Remedy: other vectors`);
  }
  const similar = similarSpellings(word.toLowerCase(), words);
  const hint =
    similar.length > 0 ? `Similar: ${similar.join(", ")}` : "Remedy: one of these words, in its spelling";
  return new RangeError(
    `Cannot look up "${word}": it is not among the ${counted(words.length, "word")} of these vectors. ${hint}`,
  );
}
