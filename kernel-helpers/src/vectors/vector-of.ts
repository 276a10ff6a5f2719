import { row } from "../base/index.ts";
import { similarSpellings } from "./similar-spellings.ts";
import type { WordVectors } from "./word-vectors.ts";

/**
 * The vector of `word`, shape (d): a view, so writing to it changes the table.
 * Throws RangeError for an unknown word, with the known words of the most similar spelling.
 */
export function vectorOf(vectors: WordVectors, word: string): Float32Array {
  return row(vectors.table, idOf(vectors, word));
}

/** The id of `word`; throws RangeError as `vectorOf` does. */
export function idOf(vectors: WordVectors, word: string): number {
  const id = vectors.ids.get(word);
  if (id === undefined) throw unknownWord(vectors, word);
  return id;
}

function unknownWord({ words }: WordVectors, word: string): RangeError {
  const lower = word.toLowerCase();
  const similar = similarSpellings(lower, words);
  const hint = similar.length > 0 ? `. Similar: ${similar.join(", ")}` : "";
  return new RangeError(
    `Cannot look up "${word}": it is not among the ${words.length} words of these vectors${hint}`,
  );
}
