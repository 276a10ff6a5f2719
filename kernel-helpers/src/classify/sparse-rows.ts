/**
 * A matrix that is mostly zeros, one row for each text: the numbers of row i that are not zero are
 * `values[starts[i]]` … `values[starts[i + 1] - 1]`, in the columns that `columns` gives at the same places.
 */
export interface SparseRows {
  /** Number of rows: N, one per text. */
  readonly rows: number;
  /** Number of columns: V, one per term. */
  readonly width: number;
  /** Where each row starts, shape (N + 1). */
  readonly starts: Uint32Array;
  /** Column of each number, rising within a row. */
  readonly columns: Uint32Array;
  /** The numbers. */
  readonly values: Float64Array;
}

/** Rows from maps of column -> number. */
export function sparseRows(rows: readonly ReadonlyMap<number, number>[], width: number): SparseRows {
  const starts = new Uint32Array(rows.length + 1);
  rows.forEach((row, i) => {
    starts[i + 1] = (starts[i] as number) + row.size;
  });
  const columns = new Uint32Array(starts[rows.length] as number);
  const values = new Float64Array(columns.length);
  rows.forEach((row, i) => {
    const sorted = [...row].sort(([a], [b]) => a - b);
    sorted.forEach(([column, value], at) => {
      columns[(starts[i] as number) + at] = column;
      values[(starts[i] as number) + at] = value;
    });
  });
  return { rows: rows.length, width, starts, columns, values };
}

/** x_i · w, of row i and a list of V numbers that begins at `offset`. */
export function sparseDot(x: SparseRows, i: number, w: ArrayLike<number>, offset = 0): number {
  let sum = 0;
  for (let at = x.starts[i] as number; at < (x.starts[i + 1] as number); at++) {
    sum += (x.values[at] as number) * (w[offset + (x.columns[at] as number)] as number);
  }
  return sum;
}

/** w += factor · x_i in place, for a list of V numbers that begins at `offset`. */
export function addSparse(w: Float64Array, factor: number, x: SparseRows, i: number, offset = 0): void {
  for (let at = x.starts[i] as number; at < (x.starts[i + 1] as number); at++) {
    const place = offset + (x.columns[at] as number);
    w[place] = (w[place] as number) + factor * (x.values[at] as number);
  }
}
