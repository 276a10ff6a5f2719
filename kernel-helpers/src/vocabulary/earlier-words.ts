/** The words of a model that more text is added to, with their counts so far. */
export interface EarlierWords {
  /** id -> word, shape (V); each once. */
  readonly words: readonly string[];
  /** id -> occurrences so far, shape (V). */
  readonly counts: ArrayLike<number>;
}

const MOST = 2 ** 32 - 1; // what a count can hold

/** Throws RangeError unless each earlier word has a count and is there once. */
export function requireEarlier({ words, counts }: EarlierWords): void {
  requireCounted(words, counts);
  requireOnce(words);
}

/** Adds the earlier counts to those of the first words. Throws RangeError for a count of 2^32 and more. */
export function addEarlier(words: readonly string[], counts: Uint32Array, earlier: ArrayLike<number>): void {
  for (let id = 0; id < earlier.length; id++) {
    const count = (counts[id] as number) + (earlier[id] as number);
    if (count > MOST) throw uncountable(words[id] as string, count);
    counts[id] = count;
  }
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

function uncountable(word: string, count: number): RangeError {
  return new RangeError(
    `Cannot add words as a word must occur at most ${MOST} times in all: ${JSON.stringify(word)} occurs ${count} times. ` +
      "Remedy: less text",
  );
}
