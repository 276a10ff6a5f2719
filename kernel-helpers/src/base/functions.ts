/** σ(x) = 1 / (1 + e^-x). Exact to rounding for every x: no overflow. */
export function sigmoid(x: number): number {
  if (x >= 0) return 1 / (1 + Math.exp(-x));
  const power = Math.exp(x); // e^-x would overflow
  return power / (1 + power);
}

/** softplus(x) = log(1 + e^x), and so -log σ(x) = softplus(-x). No overflow, no log of zero. */
export function softplus(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}

/** log Σ_j e^(z_j), by taking the largest score out first: log Σ e^(z_j) = m + log Σ e^(z_j - m). Derived in lesson 03. */
export function logSumExp(scores: ArrayLike<number>): number {
  let largest = Number.NEGATIVE_INFINITY;
  for (let j = 0; j < scores.length; j++) largest = Math.max(largest, scores[j] as number);
  if (!Number.isFinite(largest)) return largest;
  let sum = 0;
  for (let j = 0; j < scores.length; j++) sum += Math.exp((scores[j] as number) - largest);
  return largest + Math.log(sum);
}

/** ŷ_j = e^(z_j) / Σ_k e^(z_k), shape as `scores`: probabilities that sum to 1. Derived in lesson 03. */
export function softmax(scores: ArrayLike<number>): Float64Array {
  const total = logSumExp(scores);
  return Float64Array.from(scores, (score) => Math.exp(score - total));
}
