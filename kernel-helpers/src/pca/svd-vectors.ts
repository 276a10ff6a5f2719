import { requireInteger, row, type Table, zeroTable } from "../base/index.ts";
import type { TruncatedSvd } from "./truncated-svd.ts";

/** Options of `svdVectors`. */
export interface SvdVectorsOptions {
  /** k, the numbers of a vector. Default: all components of the decomposition. */
  readonly components?: number;
  /** p: 1 keeps the dot products of the rows, 0.5 and 0 make the first directions count less. Default: 1. */
  readonly power?: number;
}

/**
 * One vector of k numbers for each row of the decomposed table, shape (V, k):
 *
 *   x_w = (σ_1^p left_1w, …, σ_k^p left_kw)     (Levy, Goldberg and Dagan 2015, section 3.3)
 *
 * With p = 1 the dot products are those of the rows of the nearest table of rank k. Throws RangeError unless k is from 1
 * to the components of the decomposition.
 */
export function svdVectors(
  { left, singularValues }: TruncatedSvd,
  { components = left.width, power = 1 }: SvdVectorsOptions = {},
): Table {
  requireInteger("Cannot make vectors", { components }, 1);
  if (components > left.width) {
    throw new RangeError(
      `Cannot make vectors as components must be at most the ${left.width} of the decomposition: current value is ${components}`,
    );
  }
  const weights = singularValues.map((sigma) => (sigma > 0 ? sigma ** power : 0));
  const vectors = zeroTable(left.rows, components);
  for (let w = 0; w < left.rows; w++) {
    const numbers = row(left, w);
    row(vectors, w).forEach((_, i, x) => {
      x[i] = (weights[i] as number) * (numbers[i] as number);
    });
  }
  return vectors;
}
