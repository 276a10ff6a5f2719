import { dot, type Numbers, norm, requireInteger, row, type Table, zeroTable } from "../base/index.ts";
import { eigenOfSquares } from "./eigen.ts";
import { requireFinite } from "./require-finite.ts";

/** The largest singular values of a table with their vectors: X ≈ Σ_i σ_i left_i rightᵢᵀ. */
export interface TruncatedSvd {
  /** Column i is the left singular vector of σ_i, of length 1, or 0 where σ_i = 0; shape (V, k). */
  readonly left: Table;
  /** σ in falling order, shape (k). */
  readonly singularValues: Float64Array;
  /** Row i is the right singular vector of σ_i, of length 1; shape (k, n). */
  readonly right: Table;
}

/** Options of `truncatedSvd`. */
export interface TruncatedSvdOptions {
  /** k, how many singular values. Default: 50. */
  readonly components?: number;
}

/**
 * The truncated singular value decomposition of a table X of shape (V, n): its k largest singular values σ_i with the
 * vectors for which X right_i = σ_i left_i. No other table of rank k is nearer to X than Σ_i σ_i left_i rightᵢᵀ, and the
 * squares of the differences add up to the squares of the other singular values (Eckart and Young 1936).
 *
 * σ_i² and right_i are eigenvalues and eigenvectors of XᵀX; so a σ below 1e-8 of the largest is rounding. Of each pair of
 * vectors and its opposite, that is returned whose right vector has a positive number farthest from zero. Takes about
 * V n² + n³ steps: 2 s for 5,000 rows of 500. Does not change `table`. Throws RangeError if k is larger than n, and for
 * numbers that are not finite.
 *
 * @example
 * [...truncatedSvd({ rows: 2, width: 2, data: new Float64Array([3, 0, 0, 4]) }, { components: 2 }).singularValues]; // [4, 3]
 */
export function truncatedSvd(
  table: Table<Numbers>,
  { components = 50 }: TruncatedSvdOptions = {},
): TruncatedSvd {
  requireInteger("Cannot decompose a table", { components }, 1);
  if (components > table.width) {
    throw new RangeError(
      `Cannot decompose a table: components must be at most the ${table.width} numbers of a row: current value is ${components}`,
    );
  }
  requireFinite("Cannot decompose a table", table);
  const x: Table = { ...table, data: Float64Array.from(table.data) };
  const { values, vectors } = eigenOfSquares(x, components);
  const left = zeroTable(x.rows, components);
  const singularValues = new Float64Array(components);
  const least = 1e-8 * Math.sqrt(values[0] as number); // what is smaller is rounding
  for (let c = 0; c < components; c++) {
    const right = row(vectors, c);
    const stretched = Float64Array.from({ length: x.rows }, (_, i) => dot(row(x, i), right)); // X right = σ left
    const sigma = norm(stretched);
    if (!(sigma > least)) continue;
    singularValues[c] = sigma;
    stretched.forEach((value, i) => {
      row(left, i)[c] = value / sigma;
    });
  }
  return { left, singularValues, right: vectors };
}
