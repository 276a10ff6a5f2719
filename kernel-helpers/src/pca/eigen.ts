import { EVD, Matrix } from "ml-matrix";
import { addScaled, row, type Table, zeroTable } from "../base/index.ts";

/** Eigenvalues and eigenvectors of a symmetric table that has no negative eigenvalue. */
export interface Eigen {
  /** λ in falling order, shape (d); rounding below zero is zero. */
  readonly values: Float64Array;
  /** The eigenvector of each λ, a row of length 1 whose number farthest from zero is positive, shape (count, d). */
  readonly vectors: Table;
}

/** All eigenvalues of XᵀX, and the `count` eigenvectors with the largest; takes about V d² + d³ steps. */
export function eigenOfSquares(x: Table, count: number): Eigen {
  const squares = sumOfSquares(x);
  const matrix = Matrix.from1DArray(squares.rows, squares.width, squares.data);
  const { realEigenvalues, eigenvectorMatrix } = new EVD(matrix, { assumeSymmetric: true });
  const found = realEigenvalues.map((value) => Math.max(0, value)); // rounding gives -1e-17 for 0
  const order = found.map((_, i) => i).sort((i, j) => (found[j] as number) - (found[i] as number));
  const vectors = zeroTable(count, x.width);
  for (let c = 0; c < count; c++)
    row(vectors, c).set(oriented(eigenvectorMatrix.getColumn(order[c] as number)));
  return { values: Float64Array.from(order, (i) => found[i] as number), vectors };
}

/** (XᵀX)_jk = Σ_i x_ij x_ik, shape (d, d). */
function sumOfSquares(x: Table): Table {
  const sums = zeroTable(x.width, x.width);
  for (let i = 0; i < x.rows; i++) {
    const numbers = row(x, i);
    numbers.forEach((number, j) => {
      if (number !== 0) addScaled(row(sums, j), number, numbers); // a table of counts is mostly zeros
    });
  }
  return sums;
}

/** The axis or its opposite, so that the number farthest from zero is positive: the same on every machine. */
function oriented(axis: readonly number[]): number[] {
  const farthest = axis.reduce((most, x) => (Math.abs(x) > Math.abs(most) * (1 + 1e-9) ? x : most), 0);
  return farthest < 0 ? axis.map((x) => -x) : [...axis];
}
