import { confusionMatrix } from "./confusion-matrix.ts";

/** Options of `cohensKappa`. */
export interface KappaOptions {
  /** What a disagreement of |i - j| classes costs: 1, |i - j| or (i - j)². The last two are for ordered classes. Default: "none". */
  readonly weights?: "none" | "linear" | "quadratic";
}

/**
 * Agreement of two raters beyond chance (Cohen 1960, 1968): with the costs c_ij, the confusion matrix n_ij and what chance gives, e_ij = n_i. n_.j / n,
 *
 *   κ = 1 - Σ_ij c_ij n_ij / Σ_ij c_ij e_ij
 *
 * 1 for raters who always agree, 0 for chance. NaN if both give one and the same class to everything. Throws RangeError as `confusionMatrix`.
 *
 * @example
 * cohensKappa([0, 0, 1, 1], [0, 1, 0, 1], 2); // 0
 */
export function cohensKappa(
  one: ArrayLike<number>,
  other: ArrayLike<number>,
  classes: number,
  { weights = "none" }: KappaOptions = {},
): number {
  const { data } = confusionMatrix(one, other, classes);
  const sums = { one: new Float64Array(classes), other: new Float64Array(classes) };
  data.forEach((count, at) => {
    const [i, j] = [Math.floor(at / classes), at % classes];
    sums.one[i] = (sums.one[i] as number) + count;
    sums.other[j] = (sums.other[j] as number) + count;
  });
  let [seen, expected] = [0, 0];
  data.forEach((count, at) => {
    const [i, j] = [Math.floor(at / classes), at % classes];
    const cost = costOf(Math.abs(i - j), weights);
    seen += cost * count;
    expected += (cost * (sums.one[i] as number) * (sums.other[j] as number)) / one.length;
  });
  return 1 - seen / expected;
}

function costOf(distance: number, weights: KappaOptions["weights"]): number {
  if (weights === "linear") return distance;
  return weights === "quadratic" ? distance ** 2 : Math.sign(distance);
}
