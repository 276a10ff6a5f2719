import { largestDifference } from "../base/index.ts";
import type { Model } from "./model.ts";

/**
 * max |a - b| over the numbers of two models' input tables and of their output tables. Throws RangeError if two tables
 * differ in shape.
 */
export function modelDifferences(
  one: Model,
  other: Model,
): Readonly<Record<"input table" | "output table", number>> {
  for (const table of ["input", "output"] as const) {
    const [a, b] = [one[table], other[table]];
    if (a.rows === b.rows && a.width === b.width) continue;
    throw new RangeError(
      `Cannot compare two models as their ${table} tables must have one shape: current shapes are ` +
        `(${a.rows}, ${a.width}) and (${b.rows}, ${b.width}). Remedy: make both with the same vocabulary and dimensions`,
    );
  }
  return {
    "input table": largestDifference(one.input.data, other.input.data),
    "output table": largestDifference(one.output.data, other.output.data),
  };
}
