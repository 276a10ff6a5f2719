import { escapeControls } from "../base/index.ts";
import type { Neighbour } from "../vectors/index.ts";
import { indentedColumns } from "./indented-columns.ts";

/** One line for each word with its cosine similarity, in columns, or one that says so; control characters are escaped. */
export function neighbourLines(found: readonly Neighbour[]): string[] {
  if (found.length === 0) return ["  (no other word)"];
  return indentedColumns(
    found.map(({ word, cosine }) => [escapeControls(word), cosine.toFixed(3).padStart(6)]),
  );
}
