import { requireInteger, row, type Table, zeroTable } from "../base/index.ts";
import { skipGramPairs } from "../pairs/index.ts";

/** How often words stand near each other. */
export interface Cooccurrences {
  /** #(w, c): how often word c stands at most `window` places from word w, shape (V, columns). */
  readonly counts: Table;
  /** #(w) = Σ_c #(w, c) over all V words c, also those without a column, shape (V). Windows are symmetric: #(c) is the same. */
  readonly totals: Float64Array;
}

/** Options of `cooccurrences`. */
export interface CooccurrenceOptions {
  /** V, the number of words; ids are below it. */
  readonly vocabularySize: number;
  /** Number of columns: contexts are the words with the smallest ids. Default: V. */
  readonly columns?: number;
  /** Number of words on each side. Default: 2. */
  readonly window?: number;
}

/**
 * Counts the pairs of `skipGramPairs` in sentences of word ids; no window reaches over the end of a sentence. The table of
 * all V columns is symmetric, and a word that stands near itself counts once from each side.
 *
 * Throws RangeError for an id that is not a whole number below V, more columns than V, and a window below 1.
 *
 * @example
 * [...cooccurrences([[0, 1, 0]], { vocabularySize: 2, window: 1 }).counts.data]; // [0, 2, 2, 0]
 */
export function cooccurrences(
  sentences: Iterable<readonly number[]>,
  { vocabularySize, columns = vocabularySize, window = 2 }: CooccurrenceOptions,
): Cooccurrences {
  requireInteger("Cannot count pairs", { vocabularySize, columns, window }, 1);
  if (columns > vocabularySize) {
    throw new RangeError(
      `Cannot count pairs as columns must be at most the ${vocabularySize} words: current value is ${columns}`,
    );
  }
  const counts = zeroTable(vocabularySize, columns);
  const totals = new Float64Array(vocabularySize);
  for (const ids of sentences) {
    requireIds(ids, vocabularySize);
    for (const { center, context } of skipGramPairs(ids, { window })) {
      totals[center] = (totals[center] as number) + 1;
      const numbers = row(counts, center);
      if (context < columns) numbers[context] = (numbers[context] as number) + 1;
    }
  }
  return { counts, totals };
}

function requireIds(ids: readonly number[], vocabularySize: number): void {
  const wrong = ids.find((id) => !(Number.isInteger(id) && id >= 0 && id < vocabularySize));
  if (wrong === undefined) return;
  throw new RangeError(
    `Cannot count pairs as each id must be a whole number from 0 to ${vocabularySize - 1}: current value is ${wrong}. ` +
      "Remedy: make ids with encode() and the vocabulary whose size is given",
  );
}
