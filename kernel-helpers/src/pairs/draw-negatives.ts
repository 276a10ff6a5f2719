import type { Sampler } from "./negative-sampler.ts";

const TRIES = 1000;

/**
 * Draws `count` noise words, none of them `target` (word2vec.c skips such a draw; we draw again, so that K
 * stays K). A word may come twice. Throws RangeError if the sampler gives nothing but `target`.
 */
export function drawNegatives(sampler: Sampler, count: number, target: number): number[] {
  return Array.from({ length: count }, () => {
    for (let tries = 0; tries < TRIES; tries++) {
      const word = sampler();
      if (word !== target) return word;
    }
    throw new RangeError(
      `Cannot draw a negative as it must differ from the target word ${target}: ${TRIES} draws gave only that. ` +
        "Remedy: a vocabulary of at least two words",
    );
  });
}
