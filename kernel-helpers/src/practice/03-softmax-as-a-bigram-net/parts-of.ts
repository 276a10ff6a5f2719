/** The mean loss of predictions and its two parts, in nats. */
export interface LossParts {
  /** -Σ p log q. */
  readonly crossEntropy: number;
  /** -Σ p log p. */
  readonly entropy: number;
  /** Σ p log(p / q). */
  readonly divergence: number;
}
/** The three parts of the loss of the predictions q, when the words come with the shares p. */
export function partsOf(p: Float64Array, q: Float64Array): LossParts {
  return {
    crossEntropy: total(p, (x, i) => x * -Math.log(q[i] as number)),
    entropy: total(p, (x) => x * -Math.log(x)),
    divergence: total(p, (x, i) => x * (Math.log(x) - Math.log(q[i] as number))),
  };
}

/** Σ of `term` over the words with p > 0. */
export function total(p: Float64Array, term: (x: number, i: number) => number): number {
  return p.reduce((sum, x, i) => (x > 0 ? sum + term(x, i) : sum), 0);
}
