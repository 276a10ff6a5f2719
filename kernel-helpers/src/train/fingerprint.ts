import { type TokenizerName, tokenRecord } from "../tokens/index.ts";
import { corpusChecksum, type EncodedCorpus, type Vocabulary } from "../vocabulary/index.ts";

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
  const checksum = corpusChecksum(vocabulary.words);
  for (const sentence of sentences) {
    const framed = new Int32Array(sentence.length + 1); // a call has no room for the words of a whole book
    framed[0] = sentence.length;
    framed.set(sentence, 1);
    checksum.add(framed);
  }
  return corpusFingerprint(
    { vocabulary, sentences: sentences.length, checksum: checksum.value() },
    tokenizer,
  );
}

/** The same text for a corpus that is encoded already; its sentences are those that it has, divided or not. */
export function corpusFingerprint(
  { vocabulary, sentences, checksum }: Pick<EncodedCorpus, "vocabulary" | "sentences" | "checksum">,
  tokenizer: TokenizerName,
): string {
  const hex = checksum.toString(16).padStart(8, "0");
  return `${vocabulary.words.length} words, ${sentences} sentences, CRC-32C ${hex}${madeBy(tokenizer)}`;
}

function madeBy(name: TokenizerName): string {
  const { tokenizer, version, segmenter } = tokenRecord(name);
  if (tokenizer === "words" && version === 1) return "";
  return [`, ${tokenizer} ${version}`, ...(segmenter === undefined ? [] : [segmenter])].join(", ");
}
