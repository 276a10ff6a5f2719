import { row, type Table } from "../../base/index.ts";
import type { Pair } from "./gradient-by-pairs.ts";

/** Each word of a sentence with the word after it. */
export function pairsOf(sentence: readonly number[]): Pair[] {
  return sentence.slice(1).map((c, t): Pair => [sentence[t] as number, c]);
}

/** P(c | w). */
export function probabilityOf(probabilities: Table, [w, c]: Pair): number {
  return row(probabilities, w)[c] as number;
}

/** Σ of -log P(c | w) over the pairs. */
export function lossBy(probabilities: Table, pairs: readonly Pair[]): number {
  return pairs.reduce((sum, pair) => sum - Math.log(probabilityOf(probabilities, pair)), 0);
}
