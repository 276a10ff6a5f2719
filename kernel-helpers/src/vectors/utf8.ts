/** Converts text to bytes and back, keeping every character, even a byte order mark. */
export function utf8Encode(text: string): Uint8Array {
  return encoder.encode(text);
}

/** The text of UTF-8 bytes; throws RangeError if they are not UTF-8. `place` says where they are, for the message. */
export function utf8Decode(bytes: Uint8Array, place: string): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new RangeError(`Cannot read word vectors: ${place} is not UTF-8`);
  }
}

// Without `ignoreBOM` a decoder drops a U+FEFF at the start, and a word can start with one.
const exact = { fatal: true, ignoreBOM: true };
const decoder = new TextDecoder("utf-8", exact);
const encoder = new TextEncoder();

/** Throws RangeError for a word that the formats of word2vec.c cannot hold, since a space ends a word there. */
export function requireWritable(words: readonly string[]): void {
  words.forEach((word, id) => {
    if (word === "" || /[ \n]|\p{Surrogate}/u.test(word)) {
      throw new RangeError(
        `Cannot write word vectors: a word may not be empty or contain a space, a line end or half a character: ` +
          `word ${id} is ${JSON.stringify(word)}`,
      );
    }
  });
}
