/**
 * max_i |a_i - b_i| of two lists of equal length, in the unit of their numbers; NaN if one of the numbers is NaN, 0 for
 * empty lists. Throws RangeError if the lengths differ.
 *
 * @example
 * largestDifference([1, 2, 3], [1, 2.5, 3]); // 0.5
 */
export function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) {
    throw new RangeError(
      `Cannot compare two lists as they must have equal length: current lengths are ${a.length} and ${b.length}. ` +
        "Remedy: compare lists that belong to the same words",
    );
  }
  let largest = 0;
  for (let i = 0; i < a.length; i++) {
    largest = Math.max(largest, Math.abs((a[i] as number) - (b[i] as number))); // NaN stays NaN
  }
  return largest;
}
