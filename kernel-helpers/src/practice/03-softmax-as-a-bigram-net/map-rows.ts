import { row, type Table, zeroTable } from "../../base/index.ts";

/** A table whose row i is `of(row i, i)`, shape as `table`. */
export function mapRows(table: Table, of: (numbers: Float64Array, i: number) => ArrayLike<number>): Table {
  const result = zeroTable(table.rows, table.width);
  for (let i = 0; i < table.rows; i++) row(result, i).set(of(row(table, i), i));
  return result;
}

/** Column j of a table, shape (rows). */
export function columnOf(table: Table, j: number): Float64Array {
  return Float64Array.from({ length: table.rows }, (_, i) => row(table, i)[j] as number);
}

/** The sum of all numbers. */
export function sumOf(numbers: Float64Array): number {
  return numbers.reduce((sum, x) => sum + x, 0);
}
