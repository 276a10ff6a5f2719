import { largestDifference } from "../base/index.ts";
import type { Model } from "./model.ts";

/**
 * max |a - b| over the numbers of two models' input tables and of their output tables. Throws RangeError if two tables
 * differ in size.
 */
export function modelDifferences(
  one: Model,
  other: Model,
): Readonly<Record<"input table" | "output table", number>> {
  return {
    "input table": largestDifference(one.input.data, other.input.data),
    "output table": largestDifference(one.output.data, other.output.data),
  };
}
