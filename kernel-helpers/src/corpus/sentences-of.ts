/**
 * The sentences of a text: they end at `.`, `!`, `?` or `;` before white space, and at line ends.
 * White space around them is removed; empty sentences are left out.
 *
 * @example
 * [...sentencesOf("One. Two!\nThree")]; // ["One.", "Two!", "Three"]
 */
export function* sentencesOf(text: string): Generator<string> {
  for (const part of text.split(/(?<=[.!?;])\s+|\n\s*/u)) {
    const sentence = part.trim();
    if (sentence !== "") yield sentence;
  }
}
