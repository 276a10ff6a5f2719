/** Words of a list: the keys of a lexicon, or a set. */
export interface WordList {
  /** Whether the word is in the list. */
  has(word: string): boolean;
  /** All words. */
  keys(): Iterable<string>;
}

/**
 * A function that finds the words of a list in a text, from left to right, each time the longest that begins there (forward maximum matching). For languages that put no
 * spaces between words: a tokenizer whose dictionary lacks a word divides it in two, and a lexicon would never see it. In other languages it would find "rise" in "enterprise".
 *
 * @example
 * longestWords(new Set(["亏损", "收窄", "亏"]))("三季度亏损收窄"); // ["亏损", "收窄"]
 */
export function longestWords(words: WordList): (text: string) => string[] {
  let longest = 0;
  for (const word of words.keys()) longest = Math.max(longest, word.length);
  return (text) => {
    const found: string[] = [];
    for (let at = 0; at < text.length; ) {
      let size = Math.min(longest, text.length - at);
      while (size > 0 && !words.has(text.slice(at, at + size))) size--;
      if (size > 0) found.push(text.slice(at, at + size));
      at += size || 1;
    }
    return found;
  };
}
