import { dot, logSumExp, row, sigmoid, softplus, type Table } from "../base/index.ts";

/** The verdict of an output layer on one example: its loss, and the error of each score z_j = u_j · h. */
export interface OutputErrors {
  /** The loss L of the example, in nats. */
  readonly loss: number;
  /** The rows of the output table whose scores L depends on: words or inner nodes. A row may occur twice. */
  readonly words: ArrayLike<number>;
  /** e_j = ∂L/∂z_j for each of `words`, in their order. */
  readonly errors: Float64Array;
}

/**
 * The full softmax: L = -log ŷ_o = -z_o + log Σ_j e^(z_j),  e_j = ŷ_j - [j = o]   (Rong 2014, eq. 7 and 8)
 *
 * `target` is o, the word to predict. Needs a score for each of the V words. Derived in lessons 04 and 05.
 */
export function softmaxErrors(output: Table, h: Float64Array, target: number): OutputErrors {
  const words = Array.from({ length: output.rows }, (_, word) => word);
  const scores = words.map((word) => dot(row(output, word), h));
  const total = logSumExp(scores);
  return {
    loss: total - dot(row(output, target), h),
    words,
    errors: Float64Array.from(scores, (score, word) => Math.exp(score - total) - (word === target ? 1 : 0)),
  };
}

/**
 * Negative sampling: L = -log σ(u_o · h) - Σ_k log σ(-u_k · h),  e_j = σ(z_j) - t_j, t = 1 for o and 0 for each
 * negative k   (the negative of Mikolov et al. 2013b, eq. 4, with drawn words for its expectations; Rong 2014, eq. 55 and 57)
 *
 * A negative that is drawn twice counts twice; one equal to `target` counts as a negative too.
 */
export function negativeSamplingErrors(
  output: Table,
  h: Float64Array,
  target: number,
  negatives: readonly number[],
): OutputErrors {
  const words = [target, ...negatives];
  const errors = new Float64Array(words.length);
  let loss = 0;
  words.forEach((word, position) => {
    const score = dot(row(output, word), h);
    const label = position === 0 ? 1 : 0;
    loss += softplus(label === 1 ? -score : score); // -log σ(±score)
    errors[position] = sigmoid(score) - label;
  });
  return { loss, words, errors };
}
