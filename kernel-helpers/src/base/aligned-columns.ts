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
  const lines = rows.map((row) => {
    const cells = widths.map((width, i) => {
      const cell = row[i] ?? "";
      const space = " ".repeat(width - lengthOf(cell));
      return right.includes(i) ? space + cell : cell + space;
    });
    return cells.join("  ").trimEnd();
  });
  const [head, ...body] = lines;
  return rule && head !== undefined
    ? [head, widths.map((width) => "─".repeat(width)).join("  "), ...body]
    : lines;
}

/** Roughly the characters as people count them: an emoji is one, although it has two UTF-16 units. */
function lengthOf(text: string): number {
  return [...text].length;
}
