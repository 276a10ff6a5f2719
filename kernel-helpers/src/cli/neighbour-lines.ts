import type { Neighbour } from "../vectors/index.ts";
import { twoColumns } from "./help.ts";

/** One line for each word with its cosine similarity, in columns. */
export function neighbourLines(found: readonly Neighbour[]): string[] {
  return twoColumns(found.map(({ word, similarity }) => [word, similarity.toFixed(3).padStart(6)]));
}
