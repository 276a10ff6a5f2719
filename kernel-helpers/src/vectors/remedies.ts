/** The remedy for a file that was cut or changed, and whose first line gives its shape. */
export const wholeFile = "get the whole file again, or correct its first line";

/** The remedy for a word whose numbers are none. */
export const leaveOut = "leave that word out, or get the whole file again";

/** The remedy for a text with tabs, or several spaces, between its fields. */
export const singleSpaces = "separate by single spaces: tr -s '\\t ' ' ' < FILE > fixed.vec";

/** The remedy for a text with decimal commas. */
export const decimalPoint = "write decimals with a point";

/** The remedy for a line of a text without a first line that gives its shape. */
export function correctLine(line: number): string {
  return `correct line ${line}, or get the whole file again`;
}
