/**
 * min(1, τ / (α n)): the factor s of a row's gradient that n examples of one batch share, so that s α n is at most τ.
 * τ = 0 means no limit. This bounds no length: the step is -s α Σ g over the n gradients g, so it is at most τ times as
 * long as the longest of them.
 *
 * Descent on -log σ(u · h) over n equal examples is stable while α n |h|² / 4 < 2, because the loss curves by at most 1/4
 * along the score. A batch of B computes n ≈ B f(w) examples from one old value of the row of word w; one after the other
 * they would have seen each other's moves. So the most frequent word bounds B; with the factor nothing does:
 * τ = 1.6 is stable while |h|² < 5. As α falls the limit applies less often, and in the end not at all.
 *
 * @example
 * rowScale(128, 0.025, 1.6); // 0.5
 */
export function rowScale(weight: number, alpha: number, rowStep: number): number {
  return rowStep > 0 && alpha * weight > rowStep ? rowStep / (alpha * weight) : 1;
}

/**
 * min(1, c / ‖g‖): scales a gradient of norm ‖g‖ down to norm c (Pascanu, Mikolov and Bengio 2013, algorithm 1).
 * c = 0 means no limit.
 *
 * @example
 * normScale(10, 5); // 0.5
 */
export function normScale(norm: number, limit: number): number {
  return limit > 0 && norm > limit ? limit / norm : 1;
}
