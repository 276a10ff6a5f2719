// A letter may be followed by marks (a decomposed é, the vowel signs of Hindi and Thai); inside a word an apostrophe or
// an invisible joiner may stand before the next letter.
const WORD = /\p{L}\p{M}*(?:['’\u200c\u200d]?\p{L}\p{M}*)*/gu;

/**
 * The tokens of a sentence: runs of letters and their combining marks with inner apostrophes, in lower case and in the
 * composed form NFC; digits and punctuation are left out, and the typographic apostrophe becomes `'`.
 *
 * @example
 * tokenize("The people’s 2nd choice, isn't it?"); // ["the", "people's", "nd", "choice", "isn't", "it"]
 */
export function tokenize(sentence: string): string[] {
  const words = sentence.toLowerCase().normalize("NFC").match(WORD) ?? [];
  return words.map((token) => token.replaceAll("’", "'"));
}
