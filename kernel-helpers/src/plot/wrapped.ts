import { textWidth } from "./text-size.ts";

/**
 * `text` as lines of at most `width` pixels, broken at spaces; a word that is too long for a line is broken anywhere.
 *
 * @example
 * wrapped("months and countries", 100, 12); // ["months and", "countries"]
 */
export function wrapped(text: string, width: number, fontSize: number): readonly string[] {
  const fits = (line: string): boolean => textWidth(line, fontSize) <= width;
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ").flatMap((part) => pieces(part, fits))) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line === "" || fits(longer)) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}

function pieces(word: string, fits: (text: string) => boolean): readonly string[] {
  if (fits(word)) return [word];
  const parts: string[] = [""];
  for (const letter of word) {
    const last = parts.at(-1) as string;
    if (last === "" || fits(last + letter)) parts[parts.length - 1] = last + letter;
    else parts.push(letter);
  }
  return parts;
}
