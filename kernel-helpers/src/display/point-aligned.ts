/** What stands in for a character that a shorter number lacks. */
export interface Blanks {
  /** As wide as a digit. */
  readonly digit: string;
  /** As wide as a decimal point. */
  readonly point: string;
}

/** FIGURE SPACE and PUNCTUATION SPACE: fonts give them the widths of a digit and of a point. */
export const TYPOGRAPHIC_BLANKS: Blanks = { digit: "\u2007", point: "\u2008" };

/** For fonts in which all characters have one width. */
export const PLAIN_BLANKS: Blanks = { digit: " ", point: " " };

/**
 * Written numbers with blanks behind, so that their decimal points stand under one another in a right-aligned column. What
 * is undefined, NaN or infinite stays as it is. In e-notation a number ends with its exponent: the column is aligned where the font gives "e" and "-"
 * the width of a digit.
 *
 * @example
 * pointAligned(["0.25", "12"], { digit: "_", point: "," }); // ["0.25", "12,__"]
 */
export function pointAligned(
  numbers: readonly (string | undefined)[],
  { digit, point }: Blanks,
): (string | undefined)[] {
  const widest = numbers.reduce((most, text) => Math.max(most, afterPoint(text ?? "")), 0);
  return numbers.map((text) => {
    if (text === undefined || HAS_NO_POINT.test(text)) return text;
    const own = afterPoint(text);
    return (
      text + (own === 0 && widest > 0 ? point : "") + digit.repeat(widest - Math.max(own, widest > 0 ? 1 : 0))
    );
  });
}

const HAS_NO_POINT = /NaN|Infinity/;

/** How many characters stand from the point, or the exponent, to the end. */
function afterPoint(text: string): number {
  const start = text.search(/\.|e/);
  return start < 0 ? 0 : text.length - start;
}
