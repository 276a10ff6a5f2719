/** A table in Markdown: the first `left` columns are aligned left, the others, which hold numbers, right. */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  { left = 1 }: { readonly left?: number } = {},
): string {
  const rule = head.map((_, column) => (column < left ? "---" : "--:"));
  return [head, rule, ...rows].map(markdownRow).join("\n");
}

/** One row of a table in Markdown. */
export function markdownRow(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}
