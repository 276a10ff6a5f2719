import { type Random, requirePositive } from "../base/index.ts";

/** Options of `keepProbabilities`. */
export interface SubsamplingOptions {
  /** Threshold t; words with f(w) above about 2.6 t are subsampled. 0 keeps every word. Default: 1e-3. */
  readonly sample?: number;
}

/**
 * P(keep w) = min(1, √(t / f(w)) + t / f(w)), with f(w) = count / Σ counts   (word2vec.c; shape (V))
 *
 * The paper (Mikolov et al. 2013b, eq. 5) prints √(t / f(w)) alone; the published program, gensim and this
 * function add t / f(w), so that a word is subsampled only from f(w) ≈ 2.6 t on.
 */
export function keepProbabilities(
  counts: ArrayLike<number>,
  { sample = 1e-3 }: SubsamplingOptions = {},
): Float64Array {
  if (sample === 0) return new Float64Array(counts.length).fill(1);
  requirePositive("Cannot subsample", { sample });
  let total = 0;
  for (let id = 0; id < counts.length; id++) total += counts[id] as number;
  return Float64Array.from(counts, (count) => {
    const ratio = (sample * total) / count;
    return Math.min(1, Math.sqrt(ratio) + ratio);
  });
}

/** Keeps each word with its probability: word `id` is kept when random() < probabilities[id]. */
export function subsample(ids: readonly number[], probabilities: Float64Array, random: Random): number[] {
  return ids.filter((id) => random() < (probabilities[id] as number));
}
