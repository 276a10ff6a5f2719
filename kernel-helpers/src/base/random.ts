import { xoroshiro128plusFromState } from "pure-rand/generator/xoroshiro128plus";
import { requireInteger } from "./require.ts";

/** A source of uniform numbers in [0, 1), with the contract of `Math.random`. */
export type Random = () => number;

/** A random source whose state can be saved and resumed. */
export interface SeededRandom {
  /** The next number in [0, 1). */
  (): number;
  /** The current state: four whole numbers for `resumedRandom`. */
  state(): readonly number[];
}

/**
 * Uniform numbers in [0, 1) in steps of 2^-32 (xoroshiro128+, Blackman and Vigna 2018).
 * The same seed gives the same numbers; neighbouring seeds start far apart.
 * Throws RangeError unless `seed` is a whole number from 0 to 2^53 - 1.
 */
export function seededRandom(seed: number): SeededRandom {
  requireInteger("Cannot seed a random source", { seed }, 0);
  const low = seed >>> 0;
  const high = Math.floor(seed / 2 ** 32);
  const state = [1, 2, 3, 4].map((word) => mixed(mixed(low + word * 0x9e3779b9) ^ high));
  return resumedRandom(state);
}

/** The source at the saved `state`: it continues with the numbers that would have come next. */
export function resumedRandom(state: readonly number[]): SeededRandom {
  const generator = xoroshiro128plusFromState([...state]);
  const next = (): number => (generator.next() >>> 0) / 2 ** 32;
  return Object.assign(next, { state: () => [...generator.getState()] });
}

/** A whole number from 0 to `limit` - 1, all equally probable. */
export function randomBelow(limit: number, random: Random): number {
  return Math.floor(random() * limit);
}

/** Spreads one changed input bit over all 32 output bits (the finaliser of MurmurHash3). */
function mixed(word: number): number {
  let bits = word | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}
