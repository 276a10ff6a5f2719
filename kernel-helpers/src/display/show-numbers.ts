import { alignedColumns } from "../base/index.ts";
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
 * places would show as 0 without being 0, or that is 10⁶ or more, is written with an exponent. Throws RangeError without
 * an entry.
 */
export async function showNumbers(
  rows: Readonly<Record<string, Shown>>,
  { digits = 4, caption = "" }: NumbersOptions = {},
): Promise<void> {
  const lines = Object.entries(rows).map(([name, value]) => [name, ...written(value, digits)]);
  if (lines.length === 0) throw new RangeError("Cannot show numbers: none were given");
  const html = htmlOf(aligned(lines, TYPOGRAPHIC_BLANKS), caption);
  await show({
    mimeBundle: { "text/html": html, "text/plain": textOf(aligned(lines, PLAIN_BLANKS), caption) },
  });
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
    const cells = numbers.map(
      (text) => `<td style="text-align:right;white-space:nowrap">${escapeHtml(text)}</td>`,
    );
    return `<tr>${first}${cells.join("")}</tr>`;
  });
  const title = caption && `<caption style="text-align:left">${escapeHtml(caption)}</caption>`;
  return `<table>${title}<tbody>${body.join("")}</tbody></table>`;
}

function textOf(rows: readonly string[][], caption: string): string {
  const text = alignedColumns(rows, { right: [...(rows[0] ?? []).keys()].slice(1) });
  return caption ? [caption, ...text.map((line) => `  ${line}`)].join("\n") : text.join("\n");
}

function written(value: Shown, digits: number): string[] {
  if (typeof value === "string") return [value];
  const numbers = typeof value === "number" ? [value] : Array.from(value);
  const whole = numbers.every((x) => Number.isInteger(x) && Math.abs(x) < 1e15);
  return numbers.map((x) => (whole ? String(x) : numberText(x, digits)));
}

function numberText(x: number, digits: number): string {
  const size = Math.abs(x);
  const tiny = size > 0 && size < 0.5 * 10 ** -digits;
  return Number.isFinite(x) && (tiny || size >= 1e6) ? x.toExponential(1) : x.toFixed(digits);
}
