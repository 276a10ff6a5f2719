import { requirePositive, row, zeroTable } from "../base/index.ts";
import { requireLabels } from "./labels.ts";
import type { LinearClassifier } from "./linear-classifier.ts";
import { type FittingPart, requireExamples, requireFitting } from "./part.ts";
import { addSparse, type SparseRows } from "./sparse-rows.ts";

/** Options of `fitNaiveBayes`. */
export interface NaiveBayesOptions {
  /** Pseudo-count of every term in every class, so that no probability is 0. Default: 1, after Laplace. */
  readonly smoothing?: number;
}

/**
 * Multinomial naive Bayes (Manning, Raghavan and Schütze 2008, section 13.2): with N_k texts of class k, in which term t occurs n_kt times,
 *
 *   b_k = log(N_k / N),   w_kt = log((n_kt + s) / Σ_t' (n_kt' + s))
 *
 * so that w_k · counts + b_k is log P(k, text) but for a term that all classes share. Labels are the numbers 0 to K - 1.
 * Throws RangeError for a test part, for a class without examples and for counts below 0.
 */
export function fitNaiveBayes(
  counts: SparseRows,
  labels: ArrayLike<number>,
  part: FittingPart,
  { smoothing = 1 }: NaiveBayesOptions = {},
): LinearClassifier {
  const action = "Cannot fit naive Bayes";
  requireFitting(action, part);
  requireExamples(action, part, counts.rows);
  requirePositive(action, { smoothing });
  if (!counts.values.every((count) => count >= 0)) {
    throw new RangeError(
      `${action} as every count must be >= 0: one is ${counts.values.find((n) => !(n >= 0))}`,
    );
  }
  const texts = requireLabels(action, labels, part);
  const weights = zeroTable(texts.length, counts.width);
  for (const example of part.examples) {
    addSparse(row(weights, labels[example] as number), 1, counts, example);
  }
  for (let k = 0; k < weights.rows; k++) {
    const w = row(weights, k);
    const total = w.reduce((sum, count) => sum + count + smoothing, 0);
    w.set(w.map((count) => Math.log((count + smoothing) / total)));
  }
  return { weights, bias: Float64Array.from(texts, (count) => Math.log(count / part.examples.length)) };
}
