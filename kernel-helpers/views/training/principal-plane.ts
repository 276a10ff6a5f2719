import { addScaled, dot, norm, row, type Table, tableFromRows, zeroTable } from "../../src/base/index.ts";

/** Two directions at right angles. */
export type Axes = readonly [Float64Array, Float64Array];

const ROUNDS = 60;

/**
 * The plane in which the rows of a small table differ most: the first two principal axes by orthogonal iteration (Golub & Van
 * Loan, section 8.2.4), begun at `axes`, so that they turn no further than the rows do. The library's `pca` uses ml-matrix,
 * which is twice as large as all views together.
 */
export function principalPlane(
  table: Table,
  axes: Axes = begin(table.width),
): { axes: Axes; points: [number, number][] } {
  const centred = centredRows(table);
  const [first, second] = axes.map((axis) => axis.slice()) as [Float64Array, Float64Array];
  for (let round = 0; round < ROUNDS; round++) {
    toUnit(first, spread(centred, first));
    const next = spread(centred, second);
    addScaled(next, -dot(next, first), first);
    toUnit(second, next);
  }
  return { axes: [first, second], points: centred.map((one) => [dot(one, first), dot(one, second)]) };
}

function begin(width: number): Axes {
  const start = tableFromRows(
    [0, 1].map((shift) => Array.from({ length: width }, (_, i) => Math.cos(i + shift * 2))),
  );
  return [row(start, 0), row(start, 1)];
}

function centredRows(table: Table): Float64Array[] {
  const mean = zeroTable(1, table.width).data;
  for (let i = 0; i < table.rows; i++) addScaled(mean, 1 / table.rows, row(table, i));
  return Array.from({ length: table.rows }, (_, i) =>
    row(table, i).map((value, k) => value - (mean[k] as number)),
  );
}

/** Xᵀ X a for the rows X. */
function spread(rows: readonly Float64Array[], axis: Float64Array): Float64Array {
  const sum = new Float64Array(axis.length);
  for (const one of rows) addScaled(sum, dot(one, axis), one);
  return sum;
}

/** Puts `vector` with length 1 into `axis`; without any length, `axis` stays. */
function toUnit(axis: Float64Array, vector: Float64Array): void {
  const length = norm(vector);
  if (length > 1e-30) axis.set(vector.map((value) => value / length));
}
