import { requireInteger } from "../base/index.ts";
import type { VocabularyOptions } from "./vocabulary.ts";
import { type WordCounts, wordCounts } from "./word-counts.ts";

const MOST = 2 ** 32 - 1; // what a count can hold

/** The words of a model that more text is added to, with their counts so far. */
export interface EarlierWords {
  /** id -> word, shape (V); each once. */
  readonly words: readonly string[];
  /** id -> occurrences so far, shape (V). */
  readonly counts: ArrayLike<number>;
}

/**
 * Counts the words of a text that is added to an earlier one: the earlier words keep their ids and add up their counts, however
 * rare they are here. Words that are new and occur `minCount` times in this text follow, by falling count, then by first
 * occurrence, as long as there are at most `maxVocab` words in all; 0 for any number. The words and counts are those of gensim's
 * `build_vocab(update=True)`, which numbers new words by first occurrence alone. Throws RangeError for a word that occurs twice
 * among the earlier ones, and for a count of 2^32 and more.
 */
export function moreWordCounts(
  { words: earlier, counts: before }: EarlierWords,
  { minCount = 5, maxVocab = 0 }: VocabularyOptions,
  pruneAt: number,
): WordCounts {
  requireInteger("Cannot add words", { minCount }, 1);
  requireInteger("Cannot add words", { maxVocab }, 0);
  requireCounted(earlier, before);
  requireOnce(earlier);
  const all = wordCounts({ minCount: 1 }, Math.max(pruneAt, 2 * earlier.length));
  for (const word of earlier) all.add(word); // numbers them 0, 1, 2, …, and counts each once too often
  return {
    ...all,
    rank() {
      const { vocabulary: found, finalIds } = all.rank();
      const words = [...earlier];
      const counts = Array.from(before);
      const idOf = new Int32Array(found.words.length).fill(-1); // rank in this text -> id
      earlier.forEach((word, id) => {
        const rank = found.ids.get(word);
        if (rank === undefined) return; // forgotten as rare, and it did not come again
        const once = finalIds[id] === rank ? 1 : 0; // a word that came again has another number, which counts rightly
        idOf[rank] = id;
        counts[id] = (counts[id] as number) + (found.counts[rank] as number) - once;
      });
      found.words.forEach((word, rank) => {
        const count = found.counts[rank] as number;
        if (idOf[rank] !== -1 || count < minCount || (maxVocab > 0 && words.length >= maxVocab)) return;
        idOf[rank] = words.push(word) - 1;
        counts.push(count);
      });
      requireCountable(words, counts);
      finalIds.forEach((rank, number) => {
        if (rank >= 0) finalIds[number] = idOf[rank] as number;
      });
      const ids = new Map(words.map((word, id) => [word, id]));
      return { vocabulary: { words, ids, counts: Uint32Array.from(counts) }, finalIds };
    },
  };
}

function requireCounted(words: readonly string[], { length }: ArrayLike<number>): void {
  if (words.length === length) return;
  throw new RangeError(
    `Cannot add words as each of the ${words.length} earlier words must have its count: there are ${length} counts. ` +
      "Remedy: the words of a checkpoint",
  );
}

function requireOnce(words: readonly string[]): void {
  const seen = new Set<string>();
  for (const word of words) {
    if (seen.has(word)) {
      throw new RangeError(
        `Cannot add words as each earlier word must be there once: ${JSON.stringify(word)} occurs again. ` +
          "Remedy: the words of a checkpoint",
      );
    }
    seen.add(word);
  }
}

function requireCountable(words: readonly string[], counts: readonly number[]): void {
  const id = counts.findIndex((count) => count > MOST);
  if (id < 0) return;
  throw new RangeError(
    `Cannot add words as a word must occur at most ${MOST} times in all: ${JSON.stringify(words[id])} occurs ${counts[id]} times. ` +
      "Remedy: less text",
  );
}
