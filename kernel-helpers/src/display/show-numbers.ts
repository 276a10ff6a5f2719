import { alignedColumns, counted, escapeControls } from "../base/index.ts";
import { show } from "./show.ts";

/** Options of `showNumbers`. */
export interface NumbersOptions {
  /** Digits after the decimal point. Default: 4. */
  readonly digits?: number;
  /** A line above the numbers. */
  readonly caption?: string;
}

/** What stands beside a name: a number, several, or text. */
export type Shown = number | string | Iterable<number>;

/**
 * Shows each name with its number or numbers, one line each, so that numbers that must agree stand one below the other.
 * Where all numbers of a line are whole they are written without a decimal point. A number that `digits` decimal
 * places would show as 0 without being 0, or that is 10⁶ or more, is written with an exponent. Of more than 1,000 numbers
 * in a line the others are counted. Throws RangeError without an entry, and unless `digits` is a whole number up to 100.
 */
export async function showNumbers(
  rows: Readonly<Record<string, Shown>>,
  { digits = 4, caption }: NumbersOptions = {},
): Promise<void> {
  const lines = numberLines(rows, digits);
  await show(
    caption === undefined
      ? lines.join("\n")
      : [escapeControls(caption, "\n"), ...lines.map((line) => `  ${line}`)].join("\n"),
  );
}

function numberLines(rows: Readonly<Record<string, Shown>>, digits: number): string[] {
  if (!(Number.isInteger(digits) && digits >= 0 && digits <= 100)) {
    throw new RangeError(
      `Cannot show numbers as digits must be a whole number from 0 to 100: current value is ${digits}. ` +
        "Remedy: give the places after the decimal point, such as digits: 4",
    );
  }
  const cells = Object.entries(rows).map(([name, value]) => [
    escapeControls(name),
    ...written(value, digits),
  ]);
  if (cells.length === 0) {
    throw new RangeError(
      "Cannot show numbers as at least one is needed: none were given. Remedy: give names with their numbers",
    );
  }
  const width = Math.max(...cells.map((row) => row.length));
  const filled = cells.map((row) => [...row, ...Array.from({ length: width - row.length }, () => "")]);
  return alignedColumns(filled, { right: Array.from({ length: width - 1 }, (_, i) => i + 1) });
}

/** Numbers in a line: nobody reads more. */
const MOST = 1000;

function written(value: Shown, digits: number): string[] {
  if (typeof value === "string") return [escapeControls(value)];
  const all = typeof value === "number" ? [value] : Array.from(value);
  const numbers = all.slice(0, MOST);
  const whole = numbers.every((x) => Number.isInteger(x) && Math.abs(x) < 1e15);
  const texts = numbers.map((x) => (whole ? String(x) : numberText(x, digits)));
  return all.length > MOST ? [...texts, `and ${counted(all.length - MOST, "other")}`] : texts;
}

function numberText(x: number, digits: number): string {
  const size = Math.abs(x);
  const tiny = size > 0 && size < 0.5 * 10 ** -digits;
  return Number.isFinite(x) && (tiny || size >= 1e6) ? x.toExponential(1) : x.toFixed(digits);
}
