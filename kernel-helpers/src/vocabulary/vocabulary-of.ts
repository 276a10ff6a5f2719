import { optionName, requireInteger } from "../base/index.ts";
import type { CompleteVocabularyOptions, Vocabulary } from "./vocabulary.ts";

/** Throws RangeError for an invalid option of a vocabulary. */
export function requireVocabularyOptions({ minCount, maxVocab }: CompleteVocabularyOptions): void {
  requireInteger("Cannot build a vocabulary", { minCount }, 1);
  requireInteger("Cannot build a vocabulary", { maxVocab }, 0);
}

/** The vocabulary of words that are in the order of their ids. */
export function vocabularyOf(words: readonly string[], counts: Uint32Array): Vocabulary {
  const ids = new Map<string, number>();
  for (let id = 0; id < words.length; id++) ids.set(words[id] as string, id);
  return { words, ids, counts };
}

/** Throws RangeError if there are no words, or none of them stays. */
export function requireSomeWords(words: number, kept: number, minCount: number): void {
  if (words === 0) {
    throw new RangeError(
      "Cannot build a vocabulary: there are no words. Remedy: a text with words of letters",
    );
  }
  if (kept === 0) {
    throw new RangeError(
      `Cannot build a vocabulary: none of the ${words} words occurs ${minCount} times. ` +
        `Remedy: use a larger corpus or a smaller ${optionName("minCount")}`,
    );
  }
}
