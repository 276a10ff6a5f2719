/** Behind `.`, `!`, `?`, `;`, and the marks of Hindi, Urdu and Arabic, white space must follow: 3.5 is no end. */
const SPACED = String.raw`(?<=[.!?;।॥۔؟])\s+`;
/** The marks of Chinese and Japanese need no space; brackets and quotes that close there belong to the sentence. */
const UNSPACED = String.raw`(?![。！？；｡”’」』）》〉】〕｣])(?<=[。！？；｡][”’」』）》〉】〕｣]*)\s*`;
const END = new RegExp(String.raw`${SPACED}|\n\s*|${UNSPACED}`, "gu");

/**
 * The sentences of a text: they end at `.`, `!`, `?` or `;` before white space, at `。`, `！`, `？` or `；`, and at line ends.
 * White space around them is removed; empty sentences are left out.
 *
 * @example
 * [...sentencesOf("One. Two!\nThree")]; // ["One.", "Two!", "Three"]
 * [...sentencesOf("他说：“来！”我去了。")]; // ["他说：“来！”", "我去了。"]
 */
export function* sentencesOf(text: string): Generator<string> {
  let start = 0;
  // one after another: all at once would need many times the memory of the text
  for (const { 0: end, index } of text.matchAll(END)) {
    const sentence = text.slice(start, index).trim();
    if (sentence !== "") yield sentence;
    start = index + end.length;
  }
  const last = text.slice(start).trim();
  if (last !== "") yield last;
}
