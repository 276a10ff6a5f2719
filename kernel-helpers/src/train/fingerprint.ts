import { crc32c } from "../base/index.ts";
import { type TokenizerName, tokenRecord } from "../tokens/index.ts";
import type { EncodedCorpus, Vocabulary } from "../vocabulary/index.ts";

/**
 * A text that identifies a corpus: "12079 words, 58121 sentences, CRC-32C 1c291ca3", with the checksum of the words of
 * the vocabulary and the ids of every sentence. Behind it stands how the tokens were made, ", chinese 1, ICU 78.2", unless that
 * is "words" in its first version, the only one before there were others.
 */
export function fingerprint(
  vocabulary: Vocabulary,
  sentences: readonly (readonly number[])[],
  tokenizer: TokenizerName,
): string {
  let sum = crc32c(new TextEncoder().encode(vocabulary.words.join("\n")));
  for (const sentence of sentences) {
    const ids = new Int32Array(sentence.length + 1); // a call has no room for the words of a whole book
    ids[0] = sentence.length;
    ids.set(sentence, 1);
    sum = crc32c(new Uint8Array(ids.buffer), sum);
  }
  return described(vocabulary.words.length, sentences.length, sum) + madeBy(tokenizer);
}

/** The fingerprint of an encoded corpus: that of the same sentences as lists, if none of them had to be divided. */
export function encodedFingerprint(corpus: EncodedCorpus, tokenizer: TokenizerName): string {
  return described(corpus.vocabulary.words.length, corpus.sentences, corpus.checksum) + madeBy(tokenizer);
}

function described(words: number, sentences: number, checksum: number): string {
  return `${words} words, ${sentences} sentences, CRC-32C ${checksum.toString(16).padStart(8, "0")}`;
}

function madeBy(name: TokenizerName): string {
  const { tokenizer, version, segmenter } = tokenRecord(name);
  if (tokenizer === "words" && version === 1) return "";
  return [`, ${tokenizer} ${version}`, ...(segmenter === undefined ? [] : [segmenter])].join(", ");
}
