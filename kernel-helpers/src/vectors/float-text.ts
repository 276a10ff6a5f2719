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
function numberIn(field: string): number {
  return decimal.test(field) ? Number(field) : Number.NaN;
}

/** How many fields at the end of a line are numbers; the first one is always part of the word. */
export function numbersAtEnd(line: string): number {
  const fields = line.split(" ");
  let width = 0;
  while (width < fields.length - 1 && !Number.isNaN(numberIn(fields[fields.length - 1 - width] as string)))
    width++;
  return width;
}

const powers = Float64Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`)); // all exact in float64
const mostExact = 2 ** 53;
const ascii = new TextDecoder("latin1");

/**
 * `numberIn` of the text in `bytes` from `start` to `end`, without making a text of it: where the digits and the power of
 * ten are both exact in float64, one division rounds as the decimal itself would (Clinger 1990, sec. 2).
 */
export function decimalIn(bytes: Uint8Array, start: number, end: number): number {
  const isNegative = bytes[start] === 45;
  let at = isNegative || bytes[start] === 43 ? start + 1 : start;
  let [digits, count, point] = [0, 0, -1];
  for (; at < end; at++) {
    const digit = (bytes[at] as number) - 48;
    if (digit >= 0 && digit <= 9) {
      digits = digits * 10 + digit;
      count++;
    } else if (digit === -2 && point < 0) point = count;
    else break;
  }
  const scale = point < 0 ? 0 : count - point;
  if (at < end || count === 0 || digits > mostExact || scale >= powers.length) {
    return numberIn(ascii.decode(bytes.subarray(start, end))); // an exponent, many digits, or no number
  }
  const size = digits / (powers[scale] as number);
  return isNegative ? -size : size;
}
