import { textWidth } from "./text-size.ts";
import { fontSize } from "./theme.ts";
import { wrapped } from "./wrapped.ts";

/** Where a broken line has its equals sign: as its last character, or as the first of the next line. */
export type EqualsSign = "first" | "last";

/**
 * A formula in lines of at most `width` pixels, broken at its first equals sign if it is too long, and at others where that
 * is not enough.
 *
 * @example
 * formulaLines("ŷ = softmax(z)", 90, "last"); // ["ŷ =", "softmax(z)"]
 */
export function formulaLines(text: string, width: number, sign: EqualsSign): readonly string[] {
  if (textWidth(text, fontSize) <= width) return [text];
  const equals = text.indexOf(" = ");
  const end = equals + (sign === "last" ? 2 : 0);
  const parts = equals < 0 ? [text] : [text.slice(0, end), text.slice(end + 1)];
  return parts
    .flatMap((part) => wrapped(gluedWithin(part, sign, width), width, fontSize))
    .map((line) => line.replaceAll("\u00a0", " "));
}

/** Whether `formulaLines` breaks nothing that belongs together, such as a name. */
export function breaksWell(text: string, width: number, sign: EqualsSign): boolean {
  return glued(text, sign)
    .split(" ")
    .every((part) => textWidth(part, fontSize) <= width);
}

/** The width of the widest line. */
export function linesWidth(lines: readonly string[]): number {
  return lines.reduce((most, line) => Math.max(most, textWidth(line, fontSize)), 0);
}

/** A formula whose words are glued where that leaves them short enough for a line. */
function gluedWithin(text: string, sign: EqualsSign, width: number): string {
  return glued(text, sign)
    .split(" ")
    .map((part) => (textWidth(part, fontSize) <= width ? part : part.replaceAll("\u00a0", " ")))
    .join(" ");
}

/** A formula in which a function and its argument, a sign and what follows, and brackets are one word. */
function glued(text: string, sign: EqualsSign): string {
  return text
    .replace(/[[(][^[\]()]*[\])]/g, (brackets) => brackets.replaceAll(" ", "\u00a0"))
    .replace(/(−|log|Σ) /g, "$1\u00a0")
    .replace(sign === "last" ? / (=) /g : /( = )/g, sign === "last" ? "\u00a0$1 " : " =\u00a0");
}
