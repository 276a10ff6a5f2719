import type { Random } from "../../base/index.ts";

/** Probabilities of V words that add up to 1, all > 0, each clearly unlike the others. Shape (V). */
export function randomShares(V: number, random: Random): Float64Array {
  const weights = Float64Array.from({ length: V }, (_, c) => 1 + 2 * c + random());
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}
