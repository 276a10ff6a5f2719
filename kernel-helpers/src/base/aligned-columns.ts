/** Options of `alignedColumns`. */
export interface ColumnOptions {
  /** Indices of the right-aligned columns, from 0. Default: none; all are left-aligned. */
  readonly right?: readonly number[];
  /** Whether to draw a line below the first row, the header. */
  readonly rule?: boolean;
}

/**
 * Rows as lines of text with aligned cells, two spaces between columns and none at the end of a line. The first row
 * sets the number of columns; missing cells are empty.
 *
 * @example
 * alignedColumns([["word", "count"], ["a", "12"]], { right: [1] }); // ["word  count", "a        12"]
 */
export function alignedColumns(
  rows: readonly (readonly string[])[],
  { right = [], rule = false }: ColumnOptions = {},
): string[] {
  const widths = (rows[0] ?? []).map(
    (_, i) => rows.reduce((widest, row) => Math.max(widest, lengthOf(row[i] ?? "")), 0), // a call has no room for a million arguments
  );
  const toTheRight = new Set(right);
  const lines = rows.map((row) => {
    const cells = widths.map((width, i) => {
      const cell = row[i] ?? "";
      const space = " ".repeat(width - lengthOf(cell));
      return toTheRight.has(i) ? space + cell : cell + space;
    });
    return cells.join("  ").trimEnd();
  });
  const [head, ...body] = lines;
  return rule && head !== undefined
    ? [head, widths.map((width) => "─".repeat(width)).join("  "), ...body]
    : lines;
}

/** Letters and marks that take two columns of a terminal, as Unicode Standard Annex 11 says: wide and fullwidth ones. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303e\uff01-\uff60]/u;
const HALF = /[\uff61-\uffdc]/u;
/** What stands on the letter before it, and what is invisible. */
const NO_WIDTH = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** Roughly the columns of a terminal: an emoji counts as one, although it has two UTF-16 units, and a Han character as two. */
function lengthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    if (!NO_WIDTH.test(character)) width += WIDE.test(character) && !HALF.test(character) ? 2 : 1;
  }
  return width;
}
