import { textWidth } from "./text-size.ts";

/**
 * `text`, or its beginning and "…" where it is wider than `width` pixels.
 *
 * @example
 * shortened("expenditures", 60, 12); // "expen…"
 */
export function shortened(text: string, width: number, fontSize: number): string {
  if (textWidth(text, fontSize) <= width) return text;
  const letters = [...text];
  while (letters.length > 1 && textWidth(`${letters.join("")}…`, fontSize) > width) letters.pop();
  return `${letters.join("")}…`;
}
