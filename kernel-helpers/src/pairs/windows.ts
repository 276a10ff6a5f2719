import { type Random, randomBelow, requireInteger } from "../base/index.ts";

/** One training example of CBOW: which word is in the middle of these words? */
export interface CbowExample {
  /** The word in the middle, w_t. */
  readonly center: number;
  /** The words around it, in order, without the center position; never empty. */
  readonly context: readonly number[];
}

/** Options of the functions that slide a window over a sentence. */
export interface WindowOptions {
  /** Number of words on each side. Default: 5. */
  readonly window?: number;
  /**
   * When given, each center shrinks its window to a uniform choice of 1 … `window`, so that near words count more
   * (word2vec.c, "dynamic window"). Otherwise every center uses the whole window.
   */
  readonly random?: Random | undefined;
}

/**
 * The CBOW examples of a sentence: every position with the words at most `window` away. A one-word sentence
 * gives none. Throws RangeError unless `window` is a whole number >= 1.
 *
 * @example
 * [...cbowExamples([7, 8, 9], { window: 1 })]; // [{ center: 7, context: [8] }, { center: 8, context: [7, 9] }, { center: 9, context: [8] }]
 */
export function* cbowExamples(
  ids: readonly number[],
  { window = 5, random }: WindowOptions = {},
): Generator<CbowExample> {
  requireInteger("Cannot make examples", { window }, 1);
  for (let t = 0; t < ids.length; t++) {
    const reach = random ? 1 + randomBelow(window, random) : window;
    const context = [...ids.slice(Math.max(0, t - reach), t), ...ids.slice(t + 1, t + 1 + reach)];
    if (context.length > 0) yield { center: ids[t] as number, context };
  }
}

/** One training example of Skip-Gram: is `context` near `center`? */
export interface SkipGramPair {
  /** The word in the middle, w_t. */
  readonly center: number;
  /** One of the words around it. */
  readonly context: number;
}

/**
 * The Skip-Gram pairs of a sentence: every center with every word at most `window` away.
 * Throws RangeError unless `window` is a whole number >= 1.
 *
 * @example
 * [...skipGramPairs([7, 8], { window: 1 })]; // [{ center: 7, context: 8 }, { center: 8, context: 7 }]
 */
export function* skipGramPairs(ids: readonly number[], options: WindowOptions = {}): Generator<SkipGramPair> {
  for (const { center, context } of cbowExamples(ids, options)) {
    for (const word of context) yield { center, context: word };
  }
}
