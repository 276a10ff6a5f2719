/** The shortest decimal that reads back as the same float32; throws RangeError for NaN and ±Infinity. */
export function shortestFloat(x: number): string {
  if (!Number.isFinite(x)) {
    throw new RangeError(`Cannot write word vectors as each number must be finite: current value is ${x}`);
  }
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

/** The number written in `field`; throws RangeError unless it is finite. `line` is its line number, for the message. */
export function requireFinite(field: string, line: number): number {
  const x = field === "" ? Number.NaN : Number(field); // Number("") is 0
  if (!Number.isFinite(x)) {
    throw new RangeError(`Cannot read word vectors: "${field}" in line ${line} is not a finite number`);
  }
  return x;
}
