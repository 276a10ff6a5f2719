/**
 * A number as text in a drawing: two decimals, three digits from 100 on, and no minus before zeros.
 *
 * @example
 * written(-0.375); // "-0.38"
 * written(-0.001); // "0.00"
 */
export function written(x: number): string {
  return Math.abs(x) >= 100 ? String(Number(x.toPrecision(3))) : x.toFixed(2).replace("-0.00", "0.00");
}
