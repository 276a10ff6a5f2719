/** How often numbers fall between limits. */
export interface Histogram {
  /** The smallest number. */
  readonly min: number;
  /** The largest number. */
  readonly max: number;
  /** How many numbers. */
  readonly count: number;
  /** Their sum. */
  readonly sum: number;
  /** The sum of their squares. */
  readonly sumSquares: number;
  /** Upper end of each bucket, rising; the first bucket begins at `min`. */
  readonly limits: readonly number[];
  /** Number of values in each bucket. */
  readonly counts: readonly number[];
}

/**
 * The numbers that are finite, in `buckets` buckets of one width from the smallest to the largest. Throws RangeError
 * when there is none.
 *
 * @example
 * histogramOf([0, 1, 4], 2).counts; // [2, 1]
 */
export function histogramOf(values: ArrayLike<number>, buckets = 30): Histogram {
  const finite = Array.from(values).filter(Number.isFinite);
  if (finite.length === 0) {
    throw new RangeError(`Cannot make a histogram: none of the ${values.length} numbers is finite`);
  }
  let [min, max, sum, sumSquares] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, 0];
  for (const x of finite) {
    min = Math.min(min, x);
    max = Math.max(max, x);
    sum += x;
    sumSquares += x * x;
  }
  const width = (max - min) / buckets;
  const counts = new Array<number>(buckets).fill(0);
  for (const x of finite) {
    const bucket = width > 0 ? Math.min(buckets - 1, Math.floor((x - min) / width)) : 0;
    counts[bucket] = (counts[bucket] as number) + 1;
  }
  const limits = counts.map((_, i) => (i === buckets - 1 ? max : min + (i + 1) * width));
  return { min, max, count: finite.length, sum, sumSquares, limits, counts };
}
