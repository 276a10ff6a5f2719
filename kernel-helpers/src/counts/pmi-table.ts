import { requireInteger, requirePositive, row, type Table, zeroTable } from "../base/index.ts";
import type { Cooccurrences } from "./cooccurrences.ts";

/** Options of `pmiTable`. */
export interface PmiOptions {
  /** Negative values become 0, also those of pairs that never occur (positive PMI). Default: false. */
  readonly positive?: boolean;
  /** k of shifted PMI: log k is subtracted. Default: 1, no shift. */
  readonly negative?: number;
  /** Power of the contexts' counts (context distribution smoothing), such as 0.75. Default: 1. */
  readonly power?: number;
}

/**
 * Pointwise mutual information of words and contexts, in nats   (Church and Hanks 1990, there in bits):
 *
 *   PMI(w, c) = log P(w, c) / (P(w) P(c)),   P(w, c) = #(w, c) / |D|,   P(w) = #(w) / |D|,   |D| = Σ_w #(w)
 *
 * With `power` α, P(c) = #(c)^α / Σ_c #(c)^α; with `negative` k the value is PMI - log k (Levy, Goldberg and Dagan 2015,
 * section 3.2). A pair that never occurs has -Infinity, or 0 with `positive`. Returns a new table of the counts' shape.
 * Derived in lesson 02. Throws RangeError unless `negative` is a whole number >= 1 and `power` is > 0 and finite.
 *
 * @example
 * [...pmiTable(cooccurrences([[0, 1]], { vocabularySize: 2 })).data]; // [-Infinity, Math.log(2), Math.log(2), -Infinity]
 */
export function pmiTable(
  { counts, totals }: Cooccurrences,
  { positive = false, negative = 1, power = 1 }: PmiOptions = {},
): Table {
  requireInteger("Cannot compute PMI", { negative }, 1);
  requirePositive("Cannot compute PMI", { power });
  const weights = totals.map((count) => count ** power);
  const sumOfWeights = weights.reduce((sum, weight) => sum + weight, 0);
  const table = zeroTable(counts.rows, counts.width);
  for (let w = 0; w < counts.rows; w++) {
    const values = row(table, w);
    row(counts, w).forEach((count, c) => {
      // P(w, c) / P(w) = #(w, c) / #(w), and log 0 = -Infinity
      const share = count > 0 ? count / (totals[w] as number) / ((weights[c] as number) / sumOfWeights) : 0;
      const shifted = Math.log(share) - Math.log(negative);
      values[c] = positive ? Math.max(0, shifted) : shifted;
    });
  }
  return table;
}
