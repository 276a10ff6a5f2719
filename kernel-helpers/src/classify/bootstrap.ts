import { randomBelow, requireInteger, seededRandom } from "../base/index.ts";

/** A measured number and the interval in which its true value lies with the wanted confidence. */
export interface Interval {
  /** The number as it was measured. */
  readonly estimate: number;
  /** Lower end. */
  readonly low: number;
  /** Upper end. */
  readonly high: number;
}

/** Options of `bootstrapInterval`. */
export interface BootstrapOptions {
  /** How many times the examples are drawn. Default: 1000. */
  readonly resamples?: number;
  /** Default: 0.95. */
  readonly confidence?: number;
  /** Default: 1. */
  readonly seed?: number;
}

/**
 * The percentile bootstrap (Efron 1979): draws `count` examples with replacement, computes the statistic of them, and again, `resamples` times; the
 * interval holds the middle of what came out. `statistic` gets the numbers of the drawn examples. For the difference of two
 * classifiers on the same test part, let the statistic be the difference: an interval without 0 then says that one is better.
 * Draws for which the statistic is NaN, such as one class only, are left out. Throws RangeError if the statistic of all examples is NaN.
 *
 * @example
 * bootstrapInterval(4, () => 0.5).low; // 0.5
 */
export function bootstrapInterval(
  count: number,
  statistic: (examples: Uint32Array) => number,
  { resamples = 1000, confidence = 0.95, seed = 1 }: BootstrapOptions = {},
): Interval {
  const action = "Cannot compute an interval";
  requireInteger(action, { count, resamples }, 1);
  if (!(confidence > 0 && confidence < 1)) {
    throw new RangeError(`${action} as confidence must be between 0 and 1: current value is ${confidence}`);
  }
  const estimate = statistic(Uint32Array.from({ length: count }, (_, i) => i));
  if (Number.isNaN(estimate)) {
    throw new RangeError(`${action} as the statistic of all examples must be a number: it is NaN`);
  }
  const random = seededRandom(seed);
  const drawn = Array.from({ length: resamples }, () =>
    statistic(Uint32Array.from({ length: count }, () => randomBelow(count, random))),
  );
  const values = drawn.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  return {
    estimate,
    low: quantile(values, (1 - confidence) / 2),
    high: quantile(values, (1 + confidence) / 2),
  };
}

/** The value below which the share `share` of sorted values lies, between two of them by a straight line. */
export function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const [below, above] = [sorted[Math.floor(place)] as number, sorted[Math.ceil(place)] as number];
  return below + (place - Math.floor(place)) * (above - below);
}
