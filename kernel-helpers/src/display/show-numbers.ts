import { alignedColumns, counted, escapeControls } from "../base/index.ts";
import { captionHtml } from "./caption-html.ts";
import { escapeHtml } from "./displayable.ts";
import { type Blanks, PLAIN_BLANKS, pointAligned, TYPOGRAPHIC_BLANKS } from "./point-aligned.ts";
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
 * Shows each name with its number or numbers, one line each, so that numbers that must agree stand one below the other,
 * their decimal points too: as a table, whose names break where a page is narrow, and as text.
 * Where all numbers of a line are whole they are written without a decimal point. A number that `digits` decimal
 * places would show as 0 without being 0, or that is 10⁶ or more, is written with an exponent. Of more than 1,000 numbers
 * in a line the others are counted. Throws RangeError without an entry, and unless `digits` is a whole number up to 100.
 */
export async function showNumbers(
  rows: Readonly<Record<string, Shown>>,
  { digits = 4, caption = "" }: NumbersOptions = {},
): Promise<void> {
  requireShowable(rows, digits);
  const lines = Object.entries(rows).map(([name, value]) => [
    escapeControls(name),
    ...written(value, digits),
  ]);
  const title = escapeControls(caption, "\n");
  const html = htmlOf(aligned(lines, TYPOGRAPHIC_BLANKS), title);
  await show({
    mimeBundle: { "text/html": html, "text/plain": textOf(aligned(lines, PLAIN_BLANKS), title) },
  });
}

function requireShowable(rows: Readonly<Record<string, Shown>>, digits: number): void {
  if (!(Number.isInteger(digits) && digits >= 0 && digits <= 100)) {
    throw new RangeError(
      `Cannot show numbers as digits must be a whole number from 0 to 100: current value is ${digits}. ` +
        "Remedy: give the places after the decimal point, such as digits: 4",
    );
  }
  if (Object.keys(rows).length === 0) {
    throw new RangeError(
      "Cannot show numbers as at least one is needed: none were given. Remedy: give names with their numbers",
    );
  }
}

/** The lines as rows of one length, the numbers of a column aligned with blanks. */
function aligned(lines: readonly string[][], blanks: Blanks): string[][] {
  const width = Math.max(...lines.map((line) => line.length));
  const rows = lines.map((line) => Array.from({ length: width }, (_, j) => line[j] ?? ""));
  for (let j = 1; j < width; j++) {
    const column = rows.map((row) => (/^-?\d/.test(row[j] as string) ? row[j] : undefined));
    for (const [i, text] of pointAligned(column, blanks).entries()) if (text) (rows[i] as string[])[j] = text;
  }
  return rows;
}

function htmlOf(rows: readonly string[][], caption: string): string {
  const body = rows.map(([name = "", ...numbers]) => {
    const first = `<th scope="row" style="text-align:left;font-weight:normal">${escapeHtml(name)}</th>`;
    return `<tr>${first}${cellsOf(numbers)}</tr>`;
  });
  return `<table>${captionHtml(caption)}<tbody>${body.join("")}</tbody></table>`;
}

/** Characters of a text that is set as one, over all columns, and breaks; a shorter one stands where numbers do. */
const LONG = 40;

function cellsOf([text = "", ...others]: readonly string[]): string {
  if (text.length > LONG && others.every((one) => one === "")) {
    const across = others.length > 0 ? ` colspan="${others.length + 1}"` : "";
    return `<td${across} style="text-align:left">${escapeHtml(text)}</td>`;
  }
  return [text, ...others]
    .map((one) => `<td style="text-align:right;white-space:nowrap">${escapeHtml(one)}</td>`)
    .join("");
}

function textOf(rows: readonly string[][], caption: string): string {
  const text = alignedColumns(rows, { right: [...(rows[0] ?? []).keys()].slice(1) });
  return caption ? [caption, ...text.map((line) => `  ${line}`)].join("\n") : text.join("\n");
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
