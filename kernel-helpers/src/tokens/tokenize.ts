const WORD = /\p{L}+(?:['’]\p{L}+)*/gu;

/**
 * The tokens of an English sentence: runs of letters with inner apostrophes, in lower case; digits and marks are
 * left out, and the typographic apostrophe becomes `'`.
 *
 * @example
 * tokenize("The people’s 2nd choice, isn't it?"); // ["the", "people's", "nd", "choice", "isn't", "it"]
 */
export function tokenize(sentence: string): string[] {
  return (sentence.toLowerCase().match(WORD) ?? []).map((token) => token.replaceAll("’", "'"));
}
