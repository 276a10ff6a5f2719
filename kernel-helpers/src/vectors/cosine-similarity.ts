import { dot, type Numbers, norm } from "../base/index.ts";

/**
 * cos(a, b) = a · b / (|a| |b|), in [-1, 1] to rounding: 1 for the same direction, 0 for a right angle.
 * Throws RangeError when the lengths differ, and for a zero vector, which has no direction.
 *
 * @example
 * cosineSimilarity(new Float64Array([3, 0]), new Float64Array([1, 1])).toFixed(3); // "0.707"
 */
export function cosineSimilarity(a: Numbers, b: Numbers): number {
  if (a.length !== b.length) {
    throw new RangeError(
      `Cannot compare two vectors: they have ${a.length} and ${b.length} numbers, and need equally many`,
    );
  }
  return dot(unit(a), unit(b));
}

/** a / |a|, shape (d), in float64; throws RangeError unless |a| is finite and > 0. */
export function unit(a: Numbers): Float64Array {
  // Divide by the largest number first: squares of very small and very large numbers leave the range of float64.
  let largest = 0;
  for (const x of a) largest = Math.max(largest, Math.abs(x));
  if (!(largest > 0 && Number.isFinite(largest))) {
    throw new RangeError(
      `Cannot take the direction of a vector as its length must be finite and > 0: its largest number is ${largest}`,
    );
  }
  const scaled = Float64Array.from(a, (x) => x / largest);
  const length = norm(scaled);
  return scaled.map((x) => x / length);
}
