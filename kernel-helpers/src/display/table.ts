import { alignedColumns, escapeControls } from "../base/index.ts";
import { captionHtml } from "./caption-html.ts";
import { type Displayable, escapeHtml } from "./displayable.ts";
import { type Blanks, PLAIN_BLANKS, pointAligned, TYPOGRAPHIC_BLANKS } from "./point-aligned.ts";
import { short } from "./readable.ts";
import { show } from "./show.ts";

/** A row of a table: column name -> value. */
export type TableRow = object;

/** Options of `table`. */
export interface TableOptions {
  /** Columns in order. Default: the names that occur in the rows, in order of appearance. */
  readonly columns?: readonly string[];
  /** What the table shows. */
  readonly caption?: string;
  /** Maximum number of rows shown; a line says how many are left out. */
  readonly most?: number;
}

/**
 * Rows as a table, in HTML and in text. Numbers have four significant digits; in a column of numbers the decimal points stand
 * under one another, and its heading and what else is in it at the right.
 *
 * @example
 * table([{ word: "king", cosine: 0.25 }, { word: "of", cosine: 1 }]).mimeBundle["text/plain"]; // "word  cosine\nking    0.25\nof      1"
 */
export function table(
  rows: readonly TableRow[],
  { columns = columnsOf(rows), caption = "", most = 50 }: TableOptions = {},
): Displayable {
  const shown = rows.slice(0, most) as readonly Readonly<Record<string, unknown>>[];
  const cells = shown.map((row) => columns.map((column) => row[column]));
  const rest = rows.length > shown.length ? `… ${rows.length - shown.length} more rows` : "";
  return {
    mimeBundle: {
      "text/html": htmlOf(columns, cells, caption, rest),
      "text/plain": textOf(columns, cells, caption, rest),
    },
  };
}

/** Shows `table(rows, options)`. */
export async function showTable(rows: readonly TableRow[], options: TableOptions = {}): Promise<void> {
  await show(table(rows, options));
}

type Cells = readonly (readonly unknown[])[];

function columnsOf(rows: readonly TableRow[]): readonly string[] {
  return [...new Set(rows.flatMap((row) => Object.keys(row)))];
}

function written(value: unknown): string {
  return value === undefined || value === null ? "" : short(value);
}

/** Whether a column is one of numbers: it has one, or nothing but texts that read as numbers, such as "0.50". */
function isNumeric(cells: Cells, column: number): boolean {
  const values = cells.map((row) => row[column]).filter((value) => written(value) !== "");
  return values.some((value) => typeof value === "number") || (values.length > 0 && values.every(isNumber));
}

function isNumber(value: unknown): boolean {
  return (
    typeof value === "number" ||
    (typeof value === "string" && /^(?:-?(?:\d+(?:\.\d+)?(?:e[-+]?\d+)?|Infinity)|NaN)$/.test(value))
  );
}

/** The cells as written by `write`, numbers aligned with blanks. */
function writtenCells(cells: Cells, blanks: Blanks, write: (value: unknown) => string): string[][] {
  const rows = cells.map((row) => row.map(write));
  for (const j of cells[0]?.keys() ?? []) {
    if (!isNumeric(cells, j)) continue;
    const numbers = cells.map((row, i) => (isNumber(row[j]) ? rows[i]?.[j] : undefined));
    for (const [i, text] of pointAligned(numbers, blanks).entries()) {
      const row = rows[i];
      if (row !== undefined && text !== undefined) row[j] = text;
    }
  }
  return rows;
}

// Front ends align headings and cells by rules of their own, which only a style of the element itself replaces.
function htmlOf(columns: readonly string[], cells: Cells, caption: string, rest: string): string {
  const aligned = columns.map((_, j) => `text-align:${isNumeric(cells, j) ? "right" : "left"}`);
  const head = columns
    .map((column, j) => `<th scope="col" style="${aligned[j]}">${escapeHtml(column)}</th>`)
    .join("");
  // a break at the blanks behind a number would put it on a line of its own
  const styles = columns.map(
    (_, j) => ` style="${aligned[j]}${isNumeric(cells, j) ? ";white-space:nowrap" : ""}"`,
  );
  const body = writtenCells(cells, TYPOGRAPHIC_BLANKS, written).map(
    (row) => `<tr>${row.map((text, j) => `<td${styles[j]}>${escapeHtml(text)}</td>`).join("")}</tr>`,
  );
  const foot = rest === "" ? "" : `<tfoot><tr><td colspan="${columns.length}">${rest}</td></tr></tfoot>`;
  return `<table>${captionHtml(caption)}<thead><tr>${head}</tr></thead><tbody>${body.join("")}</tbody>${foot}</table>`;
}

/** As written, without what a terminal would obey: a word may hold anything. */
function writtenPlain(value: unknown): string {
  return escapeControls(written(value));
}

function textOf(columns: readonly string[], cells: Cells, caption: string, rest: string): string {
  const right = [...columns.keys()].filter((j) => isNumeric(cells, j));
  const text = alignedColumns([columns, ...writtenCells(cells, PLAIN_BLANKS, writtenPlain)], { right });
  return [caption, ...text, rest].filter((line) => line !== "").join("\n");
}
