/** The shortest decimal that reads back as the same float32, which must be finite. */
export function shortestFloat(x: number): string {
  for (let digits = 6; digits < 9; digits++) {
    const text = x.toPrecision(digits);
    if (Math.fround(Number(text)) === x) return plain(text, x);
  }
  return plain(x.toPrecision(9), x); // 9 digits are enough for every float32
}

/** The text without the zeros that `toPrecision` adds; -0 keeps its sign. */
function plain(text: string, x: number): string {
  return Object.is(x, -0) ? "-0.0" : String(Number(text));
}

/** A number as every program writes it: no 0x10, no white space, no Infinity. */
const decimal = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/;

/** The number written in `field`, rounded to float64; NaN if it is none. It may be too large for float32. */
export function numberIn(field: string): number {
  return decimal.test(field) ? Number(field) : Number.NaN;
}
