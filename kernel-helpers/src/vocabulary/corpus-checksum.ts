import { crc32c, crc32cOfInts } from "../base/index.ts";

/** The checksum of a corpus of word ids, taken sentence by sentence. */
export interface CorpusChecksum {
  /** Adds a sentence: `framed` begins with its length n, and its n ids follow. */
  add(framed: Int32Array): void;
  /** The CRC-32C of what was added. */
  value(): number;
}

/**
 * CRC-32C of the words of a vocabulary, joined by line ends, in UTF-8, then of the length and the ids of each sentence as
 * little-endian int32. A checkpoint keeps it to recognise its corpus.
 */
export function corpusChecksum(words: readonly string[]): CorpusChecksum {
  let sum = 0;
  words.forEach((word, id) => {
    sum = crc32c(encoder.encode(id === 0 ? word : `\n${word}`), sum); // all at once may be too long for one text
  });
  return {
    add(framed) {
      sum = crc32cOfInts(framed, (framed[0] as number) + 1, sum);
    },
    value: () => sum,
  };
}

const encoder = new TextEncoder();
