import { textWidth } from "./text-size.ts";

/** No chart is so wide that more letters have room. */
const MOST = 20_000;

/**
 * `text`, or its beginning and "…" where it is wider than `width` pixels.
 *
 * @example
 * shortened("expenditures", 60, 12); // "expen…"
 */
export function shortened(text: string, width: number, fontSize: number): string {
  if (textWidth(text, fontSize) <= width) return text;
  const letters = [...text.slice(0, MOST)];
  let [least, most] = [1, letters.length]; // by halves: a text may have thousands of letters
  while (least < most) {
    const count = Math.ceil((least + most) / 2);
    if (textWidth(`${letters.slice(0, count).join("")}…`, fontSize) > width) most = count - 1;
    else least = count;
  }
  return `${letters.slice(0, least).join("")}…`;
}
