/** Makes bytes of text and text of bytes, keeping each character: a byte order mark too. */
export function utf8Encode(text: string): Uint8Array {
  return encoder.encode(text);
}

/** Text of UTF-8 bytes; throws RangeError when they are not UTF-8. `place` says where they stand. */
export function utf8Decode(bytes: Uint8Array, place: string): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new RangeError(`Cannot read word vectors as ${place} must be UTF-8: it holds other bytes`);
  }
}

// Without `ignoreBOM` a decoder drops a U+FEFF at the start, and a word can start with one.
const exact = { fatal: true, ignoreBOM: true };
const decoder = new TextDecoder("utf-8", exact);
const encoder = new TextEncoder();

/** Throws RangeError for a word that the formats of word2vec.c cannot hold: they end a word at a space. */
export function requireWritable(words: readonly string[]): void {
  words.forEach((word, id) => {
    if (word === "" || /[ \n]|\p{Surrogate}/u.test(word)) {
      throw new RangeError(
        `Cannot write word vectors as a word must have characters, and no space, line end or half character: ` +
          `word ${id} is ${JSON.stringify(word)}`,
      );
    }
  });
}
