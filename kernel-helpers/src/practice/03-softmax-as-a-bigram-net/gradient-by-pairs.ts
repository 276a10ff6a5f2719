import { addScaled, row, softmax, type Table, zeroTable } from "../../base/index.ts";

/** A word and the one that came after it. */
export type Pair = readonly [before: number, next: number];

/** What goes wrong in `gradientBy`. */
interface Slips {
  /** What every number is multiplied with. */
  readonly factor?: number;
  /** What is subtracted at the word that came. */
  readonly observed?: number;
  /** The scores of row w to their predictions. */
  readonly predict?: (z: Float64Array, w: number) => Float64Array;
}

/** Σ of ŷ - y over the pairs, in the row of the word before, or what slips make of it. */
export function gradientBy(
  scores: Table,
  pairs: readonly Pair[],
  { factor = 1, observed = 1, predict = softmax }: Slips = {},
): Table {
  const result = zeroTable(scores.rows, scores.width);
  for (const [w, c] of pairs) {
    addScaled(row(result, w), factor, predict(row(scores, w), w));
    change(result, w, c, -factor * observed);
  }
  return result;
}

/** Each row divided by the number of its pairs. */
export function meanByRow(scores: Table, pairs: readonly Pair[]): Table {
  const result = zeroTable(scores.rows, scores.width);
  for (const pair of pairs) {
    const times = pairs.filter(([w]) => w === pair[0]).length;
    addScaled(result.data, 1 / times, gradientBy(scores, [pair]).data);
  }
  return result;
}

/** Adds `by` to the number in row w, column c, in place. */
export function change(table: Table, w: number, c: number, by: number): void {
  const numbers = row(table, w);
  numbers[c] = (numbers[c] as number) + by;
}
