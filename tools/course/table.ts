/** Lines of a text table: first column to the left, numbers to the right, a rule below the head. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = head.map((_, i) => Math.max(...[head, ...rows].map((row) => (row[i] ?? "").length)));
  const isNumber = head.map((_, i) => rows.every((row) => /^(?:[\d.,]|$|–)/.test(row[i] ?? "")));
  const line = (row: readonly string[]): string =>
    widths
      .map((width, i) => (row[i] ?? "")[isNumber[i] && i > 0 ? "padStart" : "padEnd"](width))
      .join("  ")
      .trimEnd();
  return [line(head), widths.map((width) => "─".repeat(width)).join("  "), ...rows.map(line)];
}
