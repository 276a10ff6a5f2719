import { seededRandom } from "../base/index.ts";
import type { Settings } from "./options.ts";

/** How far a training has come, so that the loop can continue from there. */
export interface Position {
  /** Which pass over the corpus this is, from 1. */
  readonly epoch: number;
  /** The next sentence in this pass. */
  readonly sentence: number;
  /** Tokens read so far, over all epochs. */
  readonly tokens: number;
  /** Examples trained so far. */
  readonly examples: number;
  /** Progress events that were due so far. */
  readonly reported: number;
  /** Seconds trained so far. */
  readonly seconds: number;
  /** State of the random source of windows, subsampling and noise. */
  readonly random: readonly number[];
}

/** The start of a training. */
export function startPosition({ seed }: Pick<Settings, "seed">): Position {
  const random = seededRandom(seed + 1).state(); // `seed` itself was used for the model
  return { epoch: 1, sentence: 0, tokens: 0, examples: 0, reported: 0, seconds: 0, random };
}
