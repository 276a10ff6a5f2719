/** The words of a model that more text is added to, with their counts so far. */
export interface EarlierWords {
  /** id -> word, shape (V); each once. */
  readonly words: readonly string[];
  /** id -> occurrences so far, shape (V). */
  readonly counts: ArrayLike<number>;
}

const MOST = 2 ** 32 - 1; // what a count can hold

/** Throws RangeError unless each earlier word is a string that is there once and has a count, a whole number from 0 to 2^32 - 1. */
export function requireEarlier({ words, counts }: EarlierWords): void {
  requireCounted(words, counts);
  requireStrings(words);
  requireCounts(words, counts);
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

function requireStrings(words: readonly unknown[]): void {
  for (const [id, word] of words.entries()) {
    if (typeof word === "string") continue;
    throw new RangeError(
      `Cannot add words as each earlier word must be a string: word ${id} is ${shown(word)}. Remedy: the words of a checkpoint`,
    );
  }
}

function requireCounts(words: readonly string[], counts: ArrayLike<unknown>): void {
  for (let id = 0; id < counts.length; id++) {
    const count = counts[id];
    if (Number.isInteger(count) && (count as number) >= 0 && (count as number) <= MOST) continue;
    throw new RangeError(
      `Cannot add words as the count of an earlier word must be a whole number from 0 to ${MOST}: that of ${shown(words[id])} is ${shown(count)}. ` +
        "Remedy: the counts of a checkpoint",
    );
  }
}

/** A value as it is written in TypeScript, where it is no object. */
function shown(value: unknown): string {
  if (typeof value === "bigint") return `${value}n`;
  return typeof value === "string" ? JSON.stringify(value) : String(value);
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
