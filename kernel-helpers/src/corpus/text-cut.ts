const WHITE = /\s/;

/**
 * Where a text that is too long may be cut, in UTF-16 units: behind its last line end; without one behind its last white space of any
 * kind; without any at its end, but not between the halves of a character.
 *
 * @example
 * textCut("one two\nthree four"); // 8
 * textCut("one\ttwo"); // 4
 * textCut("\u{1f600}\u{1f600}".slice(0, 3)); // 2
 */
export function textCut(text: string): number {
  const line = text.lastIndexOf("\n") + 1;
  if (line > 0) return line;
  for (let end = text.length; end > 0; end--) if (WHITE.test(text[end - 1] as string)) return end;
  const last = text.charCodeAt(text.length - 1);
  const isHalf = last >= 0xd800 && last < 0xdc00;
  return text.length - (isHalf && text.length > 1 ? 1 : 0);
}
