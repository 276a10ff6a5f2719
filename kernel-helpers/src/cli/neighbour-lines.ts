import type { Neighbour } from "../vectors/index.ts";
import { indentedColumns } from "./indented-columns.ts";

/** One line for each word with its cosine similarity, in columns. */
export function neighbourLines(found: readonly Neighbour[]): string[] {
  return indentedColumns(found.map(({ word, similarity }) => [word, similarity.toFixed(3).padStart(6)]));
}
