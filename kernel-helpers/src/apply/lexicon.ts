import { dot, type Numbers, norm, requireInteger, row, type Table } from "../base/index.ts";
import type { Vocabulary } from "../vocabulary/index.ts";

/** Words with what they say: 1 for good, -1 for bad, or a number between. */
export type Lexicon = ReadonlyMap<string, number>;

/** What a lexicon says of a text. */
export interface LexiconScore {
  /** Mean of the numbers of its words that are in the lexicon, repeats counted; 0 if none is. */
  readonly score: number;
  /** How many of its words are in the lexicon. */
  readonly found: number;
}

/**
 * Reads a text by a lexicon.
 *
 * @example
 * lexiconScore(["a", "heavy", "loss"], new Map([["loss", -1]])); // { score: -1, found: 1 }
 */
export function lexiconScore(tokens: readonly string[], lexicon: Lexicon): LexiconScore {
  const numbers = tokens.flatMap((token) => lexicon.get(token) ?? []);
  const sum = numbers.reduce((total, number) => total + number, 0);
  return { score: numbers.length === 0 ? 0 : sum / numbers.length, found: numbers.length };
}

/** Options of `widenLexicon`. */
export interface WidenOptions {
  /** Seeds of each kind whose cosine with a word counts: the nearest ones, or all if there are no more. Default: 5. */
  readonly nearest?: number;
  /** Whether an added word gets d(w), which is small, so that seeds decide where both stand, instead of the sign of d(w). Default: false. */
  readonly graded?: boolean;
  /** How much nearer a word must be to one kind than to the other, as a cosine. Default: 0.1. */
  readonly margin?: number;
  /** Occurrences that a word must have. Default: 20. */
  readonly minCount?: number;
}

/**
 * A lexicon with the neighbours of its words: a word w of the vocabulary that is not in it gets the sign of
 *
 *   d(w) = mean cosine with the `nearest` good seeds that are nearest - the same for the bad seeds
 *
 * or d(w) itself, if |d(w)| is at least `margin`; the idea is that of Turney and Littman (2003) and of Hamilton et al. (2016), in its simplest form. Seeds stay as they are.
 * Throws RangeError if no good or no bad seed has a vector.
 */
export function widenLexicon(
  seeds: Lexicon,
  vocabulary: Vocabulary,
  table: Table<Numbers>,
  { nearest = 5, graded = false, margin = 0.1, minCount = 20 }: WidenOptions = {},
): Map<string, number> {
  requireInteger("Cannot widen the lexicon", { nearest, minCount }, 1);
  const units = vocabulary.words.map((_, id) => unit(row(table, id)));
  const sides = [1, -1].map((sign) =>
    [...seeds].filter(([word, number]) => Math.sign(number) === sign && vocabulary.ids.has(word)),
  );
  const [good, bad] = sides.map((side) =>
    side.map(([word]) => units[vocabulary.ids.get(word) as number] as Float64Array),
  );
  if (!good?.length || !bad?.length) {
    throw new RangeError(
      `Cannot widen the lexicon as good and bad words of it must have a vector: ${good?.length ?? 0} and ${bad?.length ?? 0} do. ` +
        "Remedy: vectors from texts of its field",
    );
  }
  const wide = new Map(seeds);
  vocabulary.words.forEach((word, id) => {
    if (wide.has(word) || (vocabulary.counts[id] as number) < minCount) return;
    const vector = units[id] as Float64Array;
    const difference = meanOfNearest(vector, good, nearest) - meanOfNearest(vector, bad, nearest);
    if (Math.abs(difference) >= margin) wide.set(word, graded ? difference : Math.sign(difference));
  });
  return wide;
}

function meanOfNearest(vector: Float64Array, seeds: readonly Float64Array[], nearest: number): number {
  const all = seeds.map((seed) => dot(vector, seed));
  const cosines = nearest < all.length ? all.sort((a, b) => b - a).slice(0, nearest) : all;
  return cosines.reduce((sum, cosine) => sum + cosine, 0) / cosines.length;
}

function unit(vector: Numbers): Float64Array {
  const length = norm(vector);
  return Float64Array.from(vector, (x) => (length > 0 ? x / length : 0));
}
