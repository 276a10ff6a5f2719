/** Ranks a fixed list of documents for a query. */
export interface TextRanker {
  /** Number of documents: N. */
  readonly documents: number;
  /** How well each document fits the tokens of a query, larger is better, shape (N). */
  scores(query: readonly string[]): Float64Array;
}

/**
 * The documents in the order of their scores, the best first; of equal scores the earlier document.
 *
 * @example
 * rankedDocuments(Float64Array.of(0.1, 0.7, 0.7)); // [1, 2, 0]
 */
export function rankedDocuments(scores: Float64Array): number[] {
  return [...scores.keys()].sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b);
}

/** Throws RangeError for a list without documents. */
export function requireDocuments(documents: readonly unknown[]): void {
  if (documents.length > 0) return;
  throw new RangeError("Cannot rank documents as at least one is needed: the list is empty");
}
