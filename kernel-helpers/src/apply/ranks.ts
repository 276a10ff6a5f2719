import { requireInteger } from "../base/index.ts";

/**
 * The rank of document `right` among the scores, from 1: one more than the documents that are better, and than those before it with the same score.
 *
 * @example
 * rankOf(Float64Array.of(0.1, 0.7, 0.7), 2); // 2
 */
export function rankOf(scores: Float64Array, right: number): number {
  const own = scores[right];
  if (own === undefined) {
    throw new RangeError(
      `Cannot find a rank as the document must be one of 0 to ${scores.length - 1}: it is ${right}`,
    );
  }
  return 1 + scores.filter((score, i) => score > own || (score === own && i < right)).length;
}

/**
 * R@k: share of the queries whose right document is among the first k.
 *
 * @example
 * recallAt([1, 4, 2, 9], 3); // 0.5
 */
export function recallAt(ranks: ArrayLike<number>, k: number): number {
  requireInteger("Cannot measure the recall", { k }, 1);
  const found = Array.from(ranks).filter((rank) => rank <= k).length;
  return found / ranks.length;
}

/**
 * MRR, mean of 1 / rank (Voorhees 1999): 1 if every right document comes first.
 *
 * @example
 * meanReciprocalRank([1, 2, 4]); // (1 + 1 / 2 + 1 / 4) / 3
 */
export function meanReciprocalRank(ranks: ArrayLike<number>): number {
  return Array.from(ranks).reduce((sum, rank) => sum + 1 / rank, 0) / ranks.length;
}
