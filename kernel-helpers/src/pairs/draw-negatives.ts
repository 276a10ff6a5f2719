import type { Sampler } from "./negative-sampler.ts";

const TRIES = 1000;

/**
 * Draws `count` noise words, none of them `target` (word2vec.c skips such a draw; we draw again, so that K
 * stays K). A word may be drawn twice. Throws RangeError if the sampler only returns `target`.
 */
export function drawNegatives(sampler: Sampler, count: number, target: number): number[] {
  return Array.from({ length: count }, () => {
    for (let tries = 0; tries < TRIES; tries++) {
      const word = sampler();
      if (word !== target) return word;
    }
    throw new RangeError(
      `Cannot draw a negative: ${TRIES} draws gave only the target word ${target}. ` +
        "Remedy: use a vocabulary of at least two words",
    );
  });
}
