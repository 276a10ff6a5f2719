import { addScaled, dot, type Numbers, requireInteger, row, type Table, zeroTable } from "../base/index.ts";
import { eigenOfSquares } from "./eigen.ts";
import { requireFinite } from "./require-finite.ts";

/** What `pca` finds. */
export interface Pca {
  /** The rows in the new coordinates, shape (V, components). */
  readonly points: Table;
  /** Share of the total variance along each new axis, in falling order, shape (components). */
  readonly explained: Float64Array;
  /** The new axes, rows of length 1 at right angles, shape (components, d). */
  readonly axes: Table;
  /** The mean row, which is subtracted first, shape (d). */
  readonly mean: Float64Array;
}

/** Options of `pca`. */
export interface PcaOptions {
  /** How many axes. */
  readonly components?: number;
}

/**
 * Principal component analysis (Pearson 1901): with the centred rows X - mean, the axes are the eigenvectors of
 * the covariance C = (X - mean)ᵀ (X - mean) / (V - 1) with the largest eigenvalues λ, `points` is (X - mean) axesᵀ
 * and `explained` λ_i / Σ λ. An axis and its opposite are equally good: the one returned is that whose number farthest
 * from zero is positive. Does not change `table`. Takes about V d² + d³ steps.
 *
 * Throws RangeError with fewer than two rows, with more components than d, and for numbers that are not finite. When
 * all rows are equal, `explained` is 0.
 *
 * @example
 * pca({ rows: 3, width: 2, data: new Float64Array([0, 0, 1, 1, 2, 2]) }, { components: 1 }).explained[0]; // 1
 */
export function pca(table: Table<Numbers>, { components = 2 }: PcaOptions = {}): Pca {
  requireProjectable(table, components);
  const mean = meanOf(table);
  const centred = centredOn(table, mean);
  const { values, vectors: axes } = eigenOfSquares(centred, components); // (V - 1) times the variances
  const total = values.reduce((sum, value) => sum + value, 0);
  const explained = values.slice(0, components).map((value) => (total > 0 ? value / total : 0));
  return { points: inAxes(centred, axes), explained, axes, mean };
}

function requireProjectable(table: Table<Numbers>, components: number): void {
  requireInteger("Cannot project", { components }, 1);
  if (components > table.width || table.rows < 2) {
    throw new RangeError(
      `Cannot project: at least 2 rows with ${components} numbers each, one per component, are needed, but the ` +
        `shape is (${table.rows}, ${table.width}). Remedy: give more rows, or ask for fewer components`,
    );
  }
  requireFinite("Cannot project", table);
}

/** mean_j = Σ_i x_ij / V, shape (d). */
function meanOf(table: Table<Numbers>): Float64Array {
  const mean = new Float64Array(table.width);
  for (let i = 0; i < table.rows; i++) addScaled(mean, 1 / table.rows, row(table, i));
  return mean;
}

function centredOn(table: Table<Numbers>, mean: Float64Array): Table {
  const centred = { ...table, data: Float64Array.from(table.data) };
  for (let i = 0; i < table.rows; i++) addScaled(row(centred, i), -1, mean);
  return centred;
}

function inAxes(centred: Table, axes: Table): Table {
  const points = zeroTable(centred.rows, axes.rows);
  for (let i = 0; i < centred.rows; i++) {
    for (let c = 0; c < axes.rows; c++) row(points, i)[c] = dot(row(centred, i), row(axes, c));
  }
  return points;
}
