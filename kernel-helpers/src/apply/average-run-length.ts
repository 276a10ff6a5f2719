import { type CusumOptions, requireChart } from "./cusum.ts";

/** Options of `averageRunLength`. */
export interface RunLengthOptions extends CusumOptions {
  /** δ, how many deviations the mean has moved. Default: 0. */
  readonly shift?: number;
}

/** Pieces of Simpson's rule; even. */
const PIECES = 120;

/**
 * The average run length of the two-sided CUSUM chart: how many independent normal values it takes, on average, from sums of 0 to the first alarm. The mean run length L⁺(u) of S⁺,
 * begun at u, solves (Page 1954; Van Dobben de Bruyn 1968)
 *
 *   L⁺(u) = 1 + L⁺(0) Φ(k - u - δ) + ∫₀ʰ L⁺(x) φ(x + k - u - δ) dx
 *
 * here by Simpson's rule and a linear system; S⁻ has the same with -δ, and both together (Kemp 1961) 1/L = 1/L⁺(0) + 1/L⁻(0). Above some 10¹⁴ rounding leaves
 * no digit. Throws RangeError as `cusumChart`.
 *
 * @example
 * Math.round(averageRunLength({ slack: 0.5, limit: 4 })); // 168
 */
export function averageRunLength({ slack = 0.5, limit = 5, shift = 0 }: RunLengthOptions = {}): number {
  requireChart({ slack, limit });
  if (!Number.isFinite(shift))
    throw new RangeError(`Cannot compute a run length as shift must be finite: current value is ${shift}`);
  const [up, down] = [shift, -shift].map((delta) => oneSided(slack, limit, delta)) as [number, number];
  return 1 / (1 / up + 1 / down);
}

/** L⁺(0): solves (I - A) L = 1, where A has the weights of the rule times the density, and Φ in the column of x = 0. */
function oneSided(slack: number, limit: number, shift: number): number {
  const step = limit / PIECES;
  const rows = Array.from({ length: PIECES + 1 }, (_, i) => {
    const reach = slack - i * step - shift; // to 0
    const row = Float64Array.from({ length: PIECES + 2 }, (_, j) => {
      if (j > PIECES) return 1; // the right-hand side
      return (i === j ? 1 : 0) - simpson(j, PIECES) * step * density(j * step + reach);
    });
    row[0] = (row[0] as number) - below(reach);
    return row;
  });
  return solvedFirst(rows);
}

/** The first unknown of a linear system of rows with their right-hand side, which are changed; the largest pivot comes first. */
function solvedFirst(rows: Float64Array[]): number {
  for (let column = rows.length - 1; column >= 0; column--) {
    const open = rows.slice(0, column + 1);
    const size = (row: Float64Array): number => Math.abs(row[column] as number);
    const pivot = open.reduce((best, row) => (size(row) > size(best) ? row : best));
    rows[rows.indexOf(pivot)] = rows[column] as Float64Array;
    rows[column] = pivot;
    for (const row of rows.slice(0, column)) {
      const factor = (row[column] as number) / (pivot[column] as number);
      for (let j = 0; j < row.length; j++) row[j] = (row[j] as number) - factor * (pivot[j] as number);
    }
  }
  const [first] = rows as [Float64Array];
  return (first.at(-1) as number) / (first[0] as number);
}

/** The weight of point j of Simpson's rule with `pieces` pieces, in steps. */
function simpson(j: number, pieces: number): number {
  return j === 0 || j === pieces ? 1 / 3 : j % 2 === 1 ? 4 / 3 : 2 / 3;
}

/** φ, the density of the normal distribution. */
function density(x: number): number {
  return Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
}

/** Φ(x), by Simpson's rule from 0 on. */
function below(x: number): number {
  const [pieces, step] = [400, x / 400];
  let sum = 0;
  for (let j = 0; j <= pieces; j++) sum += simpson(j, pieces) * step * density(j * step);
  return 0.5 + sum;
}
