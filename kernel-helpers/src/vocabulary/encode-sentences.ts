import type { EncoderOptions } from "./corpus-encoder.ts";
import type { EncodedCorpus } from "./encoded-corpus.ts";
import { watchedEncoding } from "./watched-encoding.ts";

/**
 * Counts and encodes sentences of tokens that come one by one, as `corpusEncoder` does, so that they never have to be in
 * memory together. Warns if tokens are longer on average than words are. Throws as `corpusEncoder` does, and Error if the user
 * interrupts. `encodeCorpus` reads a text, and is faster.
 */
export function encodeSentences(
  sentences: AsyncIterable<readonly string[]> | Iterable<readonly string[]>,
  options: EncoderOptions = {},
): Promise<EncodedCorpus> {
  return watchedEncoding(options, async ({ add }, turn) => {
    for await (const sentence of sentences) {
      add(sentence);
      await turn();
    }
  });
}
