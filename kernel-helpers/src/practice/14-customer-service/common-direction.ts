import {
  addScaled,
  dot,
  filledTable,
  norm,
  type Random,
  row,
  type Table,
  zeroTable,
} from "../../base/index.ts";
import { truncatedSvd } from "../../pca/index.ts";

/** Rows that lean to one direction, so that the first singular value is far larger than the others. */
export function leaning(rows: number, direction: readonly number[], random: Random): Table {
  const noise = filledTable(rows, direction.length, () => random() - 0.5);
  for (let i = 0; i < rows; i++) addScaled(row(noise, i), 2 + i, Float64Array.from(direction));
  return noise;
}

export function first(table: Table): Float64Array {
  return row(truncatedSvd(table, { components: 1 }).right, 0);
}

export function without(table: Table, u: Float64Array, factor = -1): Table {
  const left = { ...table, data: table.data.slice() };
  for (let i = 0; i < table.rows; i++) addScaled(row(left, i), factor * dot(row(table, i), u), u);
  return left;
}

export function along(table: Table, u: Float64Array): Table {
  const parts = zeroTable(table.rows, table.width);
  for (let i = 0; i < table.rows; i++) addScaled(row(parts, i), dot(row(table, i), u), u);
  return parts;
}

export function bothBy(
  train: Table,
  test: Table,
  u: Float64Array,
  factor = -1,
): { train: Table; test: Table } {
  return { train: without(train, u, factor), test: without(test, u, factor) };
}

export function meanOf(table: Table): Float64Array {
  const mean = new Float64Array(table.width);
  for (let i = 0; i < table.rows; i++) addScaled(mean, 1 / table.rows, row(table, i));
  return mean;
}

export function moved(table: Table, vector: Float64Array): Table {
  const copy = { ...table, data: table.data.slice() };
  for (let i = 0; i < table.rows; i++) addScaled(row(copy, i), -1, vector);
  return copy;
}

export function centred(table: Table): Table {
  return moved(table, meanOf(table));
}

export function unit(vector: Float64Array): Float64Array {
  return vector.map((x) => x / norm(vector));
}

export function stacked(a: Table, b: Table): Table {
  return { rows: a.rows + b.rows, width: a.width, data: Float64Array.of(...a.data, ...b.data) };
}
