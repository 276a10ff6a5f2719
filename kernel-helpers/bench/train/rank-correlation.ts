/**
 * Spearman's rank correlation: Pearson's correlation of the ranks, equal values sharing the mean of their ranks. NaN for
 * fewer than two pairs or for a constant list. Throws RangeError for lists of different lengths.
 */
export function rankCorrelation(one: readonly number[], other: readonly number[]): number {
  if (one.length !== other.length) {
    throw new RangeError(
      `Cannot correlate as both lists must have the same length: they have ${one.length} and ${other.length} numbers`,
    );
  }
  const [x, y] = [ranks(one), ranks(other)];
  const mean = (one.length + 1) / 2;
  let [xy, xx, yy] = [0, 0, 0];
  x.forEach((rank, i) => {
    const [dx, dy] = [rank - mean, (y[i] as number) - mean];
    xy += dx * dy;
    xx += dx * dx;
    yy += dy * dy;
  });
  return xy / Math.sqrt(xx * yy);
}

/** The rank of each value, from 1. */
function ranks(values: readonly number[]): number[] {
  const order = [...values.keys()].sort((a, b) => (values[a] as number) - (values[b] as number));
  const found = new Array<number>(values.length);
  for (let start = 0; start < order.length; ) {
    let end = start + 1;
    while (end < order.length && values[order[end] as number] === values[order[start] as number]) end++;
    for (const place of order.slice(start, end)) found[place] = (start + end + 1) / 2;
    start = end;
  }
  return found;
}
