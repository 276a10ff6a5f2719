import { alignedColumns } from "../../kernel-helpers/src/base/index.ts";

/** Lines of a text table: first column to the left, numbers to the right, a rule below the head. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const isNumber = (column: number): boolean =>
    rows.every((row) => /^(?:[\d.,]|$|–)/.test(row[column] ?? ""));
  const right = [...head.keys()].filter((column) => column > 0 && isNumber(column));
  return alignedColumns([head, ...rows], { right, rule: true });
}
