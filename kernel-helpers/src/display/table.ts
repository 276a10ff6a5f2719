import { alignedColumns, escapeControls } from "../base/index.ts";
import { type Displayable, escapeHtml } from "./displayable.ts";
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

/** Rows as a table, in HTML and in text. Numbers have four significant digits and are right-aligned. */
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

function htmlOf(columns: readonly string[], cells: Cells, caption: string, rest: string): string {
  const head = columns.map((column) => `<th scope="col">${escapeHtml(column)}</th>`).join("");
  const body = cells.map((row) => {
    const columnsHtml = row.map((value) => {
      const side = typeof value === "number" ? "right" : "left";
      return `<td style="text-align:${side}">${escapeHtml(written(value))}</td>`;
    });
    return `<tr>${columnsHtml.join("")}</tr>`;
  });
  const foot = rest === "" ? "" : `<tfoot><tr><td colspan="${columns.length}">${rest}</td></tr></tfoot>`;
  const title = caption === "" ? "" : `<caption>${escapeHtml(caption)}</caption>`;
  return `<table>${title}<thead><tr>${head}</tr></thead><tbody>${body.join("")}</tbody>${foot}</table>`;
}

/** As written, without what a terminal would obey: a word may hold anything. */
function writtenPlain(value: unknown): string {
  return escapeControls(written(value));
}

function textOf(columns: readonly string[], cells: Cells, caption: string, rest: string): string {
  const right = [...columns.keys()].filter((j) => cells.some((row) => typeof row[j] === "number"));
  const text = alignedColumns([columns, ...cells.map((row) => row.map(writtenPlain))], { right });
  return [caption, ...text, rest].filter((line) => line !== "").join("\n");
}
