/** A table in Markdown: the first `left` columns at the left, those after them, numbers, at the right. */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  { left = 1 }: { readonly left?: number } = {},
): string {
  const rule = head.map((_, column) => (column < left ? "---" : "--:"));
  return [head, rule, ...rows].map(markdownRow).join("\n");
}

/** One row of it. */
export function markdownRow(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}
