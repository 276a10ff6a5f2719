/**
 * The sentences of a text: they end at `.`, `!`, `?` or `;` before white space, and at line ends.
 * White space around them is removed; empty sentences are left out.
 *
 * @example
 * [...sentencesOf("One. Two!\nThree")]; // ["One.", "Two!", "Three"]
 */
export function* sentencesOf(text: string): Generator<string> {
  let start = 0;
  // one after another: all at once would need many times the memory of the text
  for (const { 0: end, index } of text.matchAll(/(?<=[.!?;])\s+|\n\s*/gu)) {
    const sentence = text.slice(start, index).trim();
    if (sentence !== "") yield sentence;
    start = index + end.length;
  }
  const last = text.slice(start).trim();
  if (last !== "") yield last;
}
