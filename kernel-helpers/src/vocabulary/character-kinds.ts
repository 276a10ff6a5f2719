/** The tokenizers for which there is a scanner. */
export type ScannedTokenizer = "words" | "whitespace";

// Kinds of characters, as in assembly/words/kinds.ts.
const OTHER = 1 << 24;
const SEPARATOR = 2 << 24;
const WHITE = 3 << 24;
const LETTER = 4 << 24;
const JOINER = 5 << 24;

/**
 * Characters whose effect depends on their neighbours, or ends a sentence without one: marks and the vowels and consonants at the end of
 * a syllable of Hangul, which compose with what stands before them; Σ, whose lower case differs at the end of a word; joiners that nobody
 * sees; ends of sentences that are not ASCII; halves of characters.
 */
const HARD = /[\p{M}\p{Surrogate}\u1100-\u11ff]|[Σ।॥۔؟。！？；｡]|\u200c|\u200d/u;
const APOSTROPHES = "'’";

/**
 * What one character up to U+FFFF is for a tokenizer: its kind times 2^24, and for what stands in a token the character there.
 *
 * - letter: stands in a token, in lower case for "words"
 * - joiner: the same between two letters, otherwise a separator
 * - white: what `\s` is: a separator that ends a sentence behind one of . ! ? ;
 * - separator: what else stands between tokens
 * - other: a sentence with it is left to the tokenizer itself. These are those whose neighbours matter, those that lower case or the
 *   composition NFC turn into several characters or into a longer one, and for NFC all that it changes.
 *
 * A sentence without others is in NFC when each of its characters is: composition needs a mark or a jamo, see the test.
 */
export function characterKind(name: ScannedTokenizer, code: number): number {
  const character = String.fromCharCode(code);
  const spelled = name === "words" ? character.toLowerCase() : character;
  if (HARD.test(character) || HARD.test(spelled)) return OTHER;
  if (spelled.length > 1 || spelled.normalize("NFC") !== spelled) return OTHER;
  if (/\s/u.test(character)) return WHITE;
  const inToken = spelled.charCodeAt(0);
  if (name === "whitespace") return LETTER | inToken;
  if (APOSTROPHES.includes(character)) return JOINER | APOSTROPHES.charCodeAt(0);
  if (!/\p{L}/u.test(spelled)) return SEPARATOR;
  return bytesOf(inToken) <= bytesOf(code) ? LETTER | inToken : OTHER;
}

/** Bytes of a character up to U+FFFF in UTF-8. */
function bytesOf(code: number): number {
  return code < 0x80 ? 1 : code < 0x800 ? 2 : 3;
}
