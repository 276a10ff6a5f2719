import type { Bm25Ranker } from "./word-rankers.ts";

/**
 * max_i s_i / √(Σ_w g_w²), with the scores s of BM25 and the weight g of each word of a question, repeats counted: how well the best document fits; 0 for
 * a question without words. A score is a sum over the words, so it grows with their number, for a question that fits nowhere as well. Terms as large as the g_w,
 * added with random signs, have a sum of about √(Σ g_w²). A word that no document has makes the quotient smaller. Comparable between questions (lesson 14, section 5).
 *
 * @example
 * sureness(bm25Ranker([["disk"], ["font"]]), ["disk"]); // 1
 */
export function sureness(ranker: Bm25Ranker, tokens: readonly string[]): number {
  if (tokens.length === 0) return 0;
  const squares = tokens.reduce((sum, word) => sum + ranker.weight(word) ** 2, 0);
  const best = ranker.scores(tokens).reduce((most, score) => Math.max(most, score)); // no spread: it has a limit
  return best / Math.sqrt(squares);
}
