import type { Numbers, Table } from "../base/index.ts";
import { addSparse, type SparseRows, sparseDot } from "./sparse-rows.ts";

/** A row of numbers for each text: sparse, as term counts are, or dense, as mean vectors are. */
export type Features = SparseRows | Table<Numbers>;

/** x_i · w, for the list of numbers w that begins at `offset`. */
export function featureDot(x: Features, i: number, w: Float64Array, offset = 0): number {
  if ("starts" in x) return sparseDot(x, i, w, offset);
  let sum = 0;
  for (let j = 0; j < x.width; j++) sum += (x.data[i * x.width + j] as number) * (w[offset + j] as number);
  return sum;
}

/** w += factor · x_i in place, for the list of numbers w that begins at `offset`. */
export function addFeatures(w: Float64Array, factor: number, x: Features, i: number, offset = 0): void {
  if ("starts" in x) addSparse(w, factor, x, i, offset);
  else {
    for (let j = 0; j < x.width; j++) {
      w[offset + j] = (w[offset + j] as number) + factor * (x.data[i * x.width + j] as number);
    }
  }
}

/** Throws RangeError, which names the text, for a number that is NaN or infinite. */
export function requireFiniteFeatures(action: string, x: Features): void {
  const numbers = "starts" in x ? x.values : x.data;
  const at = numbers.findIndex((number) => !Number.isFinite(number));
  if (at < 0) return;
  const text = "starts" in x ? x.starts.findIndex((start) => start > at) - 1 : Math.floor(at / x.width);
  throw new RangeError(`${action} as every feature must be finite: text ${text} has ${numbers[at]}`);
}
