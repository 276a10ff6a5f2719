import type { Random } from "./random.ts";

/** The numbers of a table or a vector. */
export type Numbers = Float32Array | Float64Array;

/** A matrix, one row after the other: row i is `data[i * width]` … `data[(i + 1) * width - 1]`. */
export interface Table<Data extends Numbers = Float64Array> {
  /** Number of rows: V, one per word. */
  readonly rows: number;
  /** Numbers in a row: d, the dimension of a vector. */
  readonly width: number;
  /** All numbers, shape (rows, width). */
  readonly data: Data;
}

/** A float64 table of zeros, shape (rows, width). */
export function zeroTable(rows: number, width: number): Table {
  return { rows, width, data: new Float64Array(rows * width) };
}

/** A float64 table filled by `next`, called once for each number in order. */
export function filledTable(rows: number, width: number, next: Random): Table {
  return { rows, width, data: Float64Array.from({ length: rows * width }, () => next()) };
}

/** A table whose rows are the given lists, all of one length; throws RangeError if they are not. */
export function tableFromRows(rows: readonly ArrayLike<number>[]): Table {
  const width = rows[0]?.length ?? 0;
  const table = zeroTable(rows.length, width);
  rows.forEach((numbers, index) => {
    if (numbers.length !== width) {
      throw new RangeError(
        `Cannot make a table as each row must have ${width} numbers: row ${index} has ${numbers.length}`,
      );
    }
    table.data.set(numbers, index * width);
  });
  return table;
}

/** Row `index` as a view, shape (d): writing to it writes to the table. Throws RangeError outside the table. */
export function row<Data extends Numbers>(table: Table<Data>, index: number): Data {
  if (!(Number.isInteger(index) && index >= 0 && index < table.rows)) {
    throw new RangeError(
      `Cannot take a row as its number must be 0 to ${table.rows - 1}: current value is ${index}`,
    );
  }
  return table.data.subarray(index * table.width, (index + 1) * table.width) as Data;
}

/** A copy with numbers of its own. */
export function copyTable<Data extends Numbers>(table: Table<Data>): Table<Data> {
  return { ...table, data: table.data.slice() as Data };
}
