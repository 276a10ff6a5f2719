/** Control characters, those that turn the direction of writing, line separators, halves of characters. */
const unsafe = /[\p{Cc}\p{Surrogate}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/**
 * The text with every character that a terminal would obey written as its escape, except those in `keep`: a word of a
 * downloaded file can neither clear the screen nor hide what stands before it.
 *
 * @example
 * escapeControls("a\u001b[2Jb"); // "a\\u{1b}[2Jb"
 */
export function escapeControls(text: string, keep = ""): string {
  return text.replace(unsafe, (found) =>
    keep.includes(found) ? found : `\\u{${(found.codePointAt(0) as number).toString(16)}}`,
  );
}
