import { alignedColumns } from "../base/index.ts";

/** Rows in columns, each line two spaces from the margin. */
export function indentedColumns(rows: readonly (readonly string[])[]): string[] {
  return alignedColumns(rows).map((line) => `  ${line}`);
}
