import { crc32c } from "../base/index.ts";
import type { Vocabulary } from "../vocabulary/index.ts";

/**
 * A text that identifies a corpus: "12079 words, 58121 sentences, CRC-32C 1c291ca3", with the checksum of the words of
 * the vocabulary and the ids of every sentence.
 */
export function fingerprint(vocabulary: Vocabulary, sentences: readonly (readonly number[])[]): string {
  let sum = crc32c(new TextEncoder().encode(vocabulary.words.join("\n")));
  for (const sentence of sentences) {
    const ids = new Int32Array(sentence.length + 1); // a call has no room for the words of a whole book
    ids[0] = sentence.length;
    ids.set(sentence, 1);
    sum = crc32c(new Uint8Array(ids.buffer), sum);
  }
  const hex = sum.toString(16).padStart(8, "0");
  return `${vocabulary.words.length} words, ${sentences.length} sentences, CRC-32C ${hex}`;
}
