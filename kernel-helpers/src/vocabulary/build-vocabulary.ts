import type { Vocabulary, VocabularyOptions } from "./vocabulary.ts";
import { wordCounts } from "./word-counts.ts";

/**
 * Counts tokens and numbers the words by falling count; with equal counts, the word seen first comes first.
 * Throws RangeError unless `minCount` is a whole number >= 1, `maxVocab` one >= 0, and some word reaches `minCount`.
 * `corpusEncoder` does the same for a corpus that does not fit in memory.
 *
 * @example
 * buildVocabulary(["b", "a", "b"], { minCount: 1 }).words; // ["b", "a"]
 */
export function buildVocabulary(tokens: Iterable<string>, options: VocabularyOptions = {}): Vocabulary {
  const counts = wordCounts(options);
  for (const token of tokens) counts.add(token);
  return counts.rank().vocabulary;
}
