import { optionName, requireInteger } from "../base/index.ts";

/** The words that a model knows. Word ids count from 0 in order of falling frequency. */
export interface Vocabulary {
  /** id -> word, shape (V). */
  readonly words: readonly string[];
  /** word -> id. */
  readonly ids: ReadonlyMap<string, number>;
  /** id -> occurrences in the corpus, shape (V). */
  readonly counts: Uint32Array;
}

/** Options of `buildVocabulary`. */
export interface VocabularyOptions {
  /** Words that occur less often are left out. Default: 5, as in word2vec. */
  readonly minCount?: number;
}

/**
 * Counts tokens and numbers the words by falling count; with equal counts, the word seen first comes first.
 * Throws RangeError unless `minCount` is a whole number >= 1 and some word reaches it.
 *
 * @example
 * buildVocabulary(["b", "a", "b"], { minCount: 1 }).words; // ["b", "a"]
 */
export function buildVocabulary(
  tokens: Iterable<string>,
  { minCount = 5 }: VocabularyOptions = {},
): Vocabulary {
  requireInteger("Cannot build a vocabulary", { minCount }, 1);
  const counted = new Map<string, number>();
  for (const token of tokens) counted.set(token, (counted.get(token) ?? 0) + 1);
  const kept = [...counted].filter(([, count]) => count >= minCount).sort(([, a], [, b]) => b - a); // a stable sort
  if (counted.size === 0) {
    throw new RangeError(
      "Cannot build a vocabulary: there are no words. Remedy: a text with words of letters",
    );
  }
  if (kept.length === 0) {
    throw new RangeError(
      `Cannot build a vocabulary: none of the ${counted.size} words occurs ${minCount} times. ` +
        `Remedy: use a larger corpus or a smaller ${optionName("minCount")}`,
    );
  }
  const words = kept.map(([word]) => word);
  return {
    words,
    ids: new Map(words.map((word, id) => [word, id])),
    counts: Uint32Array.from(kept, ([, count]) => count),
  };
}
