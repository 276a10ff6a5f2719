import type { Interval } from "./bootstrap.ts";

/** t such that 95 % of Student's distribution with 1, 2, … degrees of freedom lie between -t and t (Student 1908). */
const STUDENT = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131,
  2.12, 2.11, 2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
];
const NORMAL = 1.96;

/**
 * Mean of n measurements, such as one for each seed, and its 95 % interval: mean ± t s / √n, where s² = Σ (x - mean)² / (n - 1) and
 * t comes from Student's distribution with n - 1 degrees of freedom. It tells how far the mean of other seeds may lie, not how far one of them may.
 * Throws RangeError for fewer than two.
 *
 * @example
 * meanInterval([1, 2, 3]).estimate; // 2
 */
export function meanInterval(measurements: readonly number[]): Interval {
  const count = measurements.length;
  if (count < 2) {
    throw new RangeError(
      `Cannot compute an interval as it needs at least 2 measurements: there are ${count}`,
    );
  }
  const mean = measurements.reduce((sum, x) => sum + x, 0) / count;
  const variance = measurements.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (count - 1);
  const half = (STUDENT[count - 2] ?? NORMAL) * Math.sqrt(variance / count);
  return { estimate: mean, low: mean - half, high: mean + half };
}
