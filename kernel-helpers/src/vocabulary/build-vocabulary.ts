import type { Vocabulary, VocabularyOptions } from "./vocabulary.ts";
import { requireSomeWords, requireVocabularyOptions, vocabularyOf } from "./vocabulary-of.ts";

/**
 * Counts tokens and numbers the words by falling count; with equal counts, the word seen first comes first.
 * Throws RangeError unless `minCount` is a whole number >= 1, `maxVocab` one >= 0, and some word reaches `minCount`.
 * `corpusEncoder` does the same for a corpus that does not fit in memory.
 *
 * @example
 * buildVocabulary(["b", "a", "b"], { minCount: 1 }).words; // ["b", "a"]
 */
export function buildVocabulary(
  tokens: Iterable<string>,
  { minCount = 5, maxVocab = 0 }: VocabularyOptions = {},
): Vocabulary {
  requireVocabularyOptions({ minCount, maxVocab });
  const counts = new Map<string, number>();
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  const kept = [...counts].filter(([, count]) => count >= minCount);
  requireSomeWords(counts.size, kept.length, minCount);
  kept.sort(([, a], [, b]) => b - a); // a stable sort
  if (maxVocab > 0) kept.splice(maxVocab);
  const words = kept.map(([word]) => word);
  return vocabularyOf(
    words,
    Uint32Array.from(kept, ([, count]) => count),
  );
}
