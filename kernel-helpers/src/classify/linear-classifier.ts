import { logSumExp, row, type Table, zeroTable } from "../base/index.ts";
import { type Features, featureDot } from "./features.ts";
import type { Part } from "./part.ts";

/** A classifier with a score for each class that is linear in the features: z_k = w_k · x + b_k. */
export interface LinearClassifier {
  /** w, shape (K, V). */
  readonly weights: Table;
  /** b, shape (K). */
  readonly bias: Float64Array;
}

/** z_ik = w_k · x_i + b_k for the examples of a part, in its order, shape (n, K). */
export function classScores({ weights, bias }: LinearClassifier, x: Features, { examples }: Part): Table {
  if (x.width !== weights.width) {
    throw new RangeError(
      `Cannot score the texts as their features must be ${weights.width} numbers, as those that the classifier was fitted on: ` +
        `they are ${x.width}`,
    );
  }
  const scores = zeroTable(examples.length, weights.rows);
  examples.forEach((example, at) => {
    const z = row(scores, at);
    for (let k = 0; k < z.length; k++) z[k] = featureDot(x, example, row(weights, k)) + (bias[k] as number);
  });
  return scores;
}

/** P(k | text) = e^(z_k) / Σ_j e^(z_j) for each row of scores, shape (n, K). Does not change `scores`. */
export function classProbabilities(scores: Table): Table {
  const probabilities = zeroTable(scores.rows, scores.width);
  for (let i = 0; i < scores.rows; i++) {
    const z = row(scores, i);
    const total = logSumExp(z);
    row(probabilities, i).set(z.map((score) => Math.exp(score - total)));
  }
  return probabilities;
}

/** The class with the largest number in each row, the first of equal ones, shape (n). */
export function likeliestClasses(scores: Table): Uint32Array {
  return Uint32Array.from({ length: scores.rows }, (_, i) => {
    const z = row(scores, i);
    return z.reduce((best, score, k) => (score > (z[best] as number) ? k : best), 0);
  });
}
