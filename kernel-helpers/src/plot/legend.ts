import { textWidth } from "./text-size.ts";
import { fontSize } from "./theme.ts";

/** Width of a mark, its name and the gaps around them in a legend, in pixels. */
function legendEntryWidth(name: string): number {
  return textWidth(name, fontSize) + 50;
}

/** How many of the names stand in one row of a legend of this width, in columns of equal width; at least one. */
export function legendColumns(names: readonly string[], width: number): number {
  const widest = names.reduce((most, name) => Math.max(most, legendEntryWidth(name)), 1);
  return Math.max(1, Math.min(names.length, Math.floor(width / widest)));
}
