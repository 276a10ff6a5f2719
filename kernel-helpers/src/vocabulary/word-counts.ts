import { optionName, requireInteger } from "../base/index.ts";
import type { Vocabulary, VocabularyOptions } from "./vocabulary.ts";

const SLICED = 13; // characters from which an engine lets a part of a text keep the whole text in memory

/** Words that are counted as they come. */
export interface WordCounts {
  /** Counts one more occurrence of a word, and returns its number: 0, 1, 2, … in the order of first occurrence. */
  add(word: string): number;
  /** Counts one more occurrence of the word of this number, which must not have been forgotten. */
  again(number: number): void;
  /** How many times words have been forgotten. */
  forgotten(): number;
  /** The vocabulary, and number -> id, -1 for words that it leaves out. Call it once, at the end; it frees the counts. */
  rank(): { readonly vocabulary: Vocabulary; readonly finalIds: Int32Array };
}

/**
 * The one rule for all vocabularies: words by falling count, then by first occurrence; without those below `minCount`, and
 * without those behind the first `maxVocab`. Where there are more than `pruneAt` different words, words are forgotten, see
 * `corpusEncoder`. Throws RangeError for an invalid option; `rank` throws it when no word is left.
 */
export function wordCounts(
  { minCount = 5, maxVocab = 0 }: VocabularyOptions = {},
  pruneAt: number = Number.POSITIVE_INFINITY,
): WordCounts {
  requireInteger("Cannot build a vocabulary", { minCount }, 1);
  requireInteger("Cannot build a vocabulary", { maxVocab }, 0);
  const numbers = new Map<string, number>();
  let counts = new Uint32Array(1 << 12); // number -> occurrences
  let next = 0;
  let threshold = 0;

  function addNew(word: string): number {
    if (next === counts.length) {
      const more = new Uint32Array(2 * next);
      more.set(counts);
      counts = more;
    }
    numbers.set(word.length < SLICED ? word : word.split("").join(""), next);
    counts[next] = 1;
    if (numbers.size > pruneAt) prune(++threshold);
    return next++;
  }

  function prune(most: number): void {
    for (const [word, number] of numbers) if ((counts[number] as number) <= most) numbers.delete(word);
  }

  return {
    add(word) {
      const number = numbers.get(word);
      if (number === undefined) return addNew(word);
      (counts[number] as number)++;
      return number;
    },
    again(number) {
      (counts[number] as number)++;
    },
    forgotten: () => threshold,
    rank() {
      const countOf = (number: number): number => counts[number] as number;
      const kept = [...numbers].filter(([, number]) => countOf(number) >= minCount);
      kept.sort(([, a], [, b]) => countOf(b) - countOf(a)); // a stable sort
      requireSome(next, kept.length, minCount);
      if (maxVocab > 0) kept.splice(maxVocab);
      const words = kept.map(([word]) => word);
      const vocabulary = {
        words,
        ids: new Map(words.map((word, id) => [word, id])),
        counts: Uint32Array.from(kept, ([, number]) => countOf(number)),
      };
      const finalIds = new Int32Array(counts.buffer).fill(-1); // the counts are not needed any more, their memory is
      kept.forEach(([, number], id) => {
        finalIds[number] = id;
      });
      numbers.clear();
      return { vocabulary, finalIds };
    },
  };
}

function requireSome(words: number, kept: number, minCount: number): void {
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
