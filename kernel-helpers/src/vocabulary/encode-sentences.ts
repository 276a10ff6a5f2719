import { everyMilliseconds } from "../base/index.ts";
import { interrupted } from "../host/index.ts";
import { warnOfLongTokens } from "../tokens/index.ts";
import { corpusEncoder, type EncoderOptions } from "./corpus-encoder.ts";
import type { EncodedCorpus } from "./encoded-corpus.ts";

const TURN = 50; // ms between pauses in which output is sent and an interrupt can arrive
const SAMPLE = 100_000; // tokens at which `longTokens` looks

/**
 * Counts and encodes sentences of tokens that come one by one, as `corpusEncoder` does, so that they never have to be in
 * memory together. Warns if tokens are longer on average than words are. Throws as `corpusEncoder` does, and Error if the user
 * interrupts.
 */
export async function encodeSentences(
  sentences: AsyncIterable<readonly string[]> | Iterable<readonly string[]>,
  options: EncoderOptions = {},
): Promise<EncodedCorpus> {
  const encoder = corpusEncoder(options);
  const first: (readonly string[])[] = [];
  const isTurn = everyMilliseconds(TURN);
  try {
    for await (const sentence of sentences) {
      if (encoder.tokens() < SAMPLE) first.push(sentence);
      encoder.add(sentence);
      if (isTurn() && (await interrupted())) throw stopped(encoder.tokens());
    }
    warnOfLongTokens(first); // before an error about words that are rare because they are sentences
    return encoder.finish();
  } catch (error) {
    encoder.close();
    throw error;
  }
}

function stopped(tokens: number): Error {
  return new Error(
    `Cannot encode the corpus: it was stopped after ${tokens.toLocaleString("en")} words. Remedy: run it again`,
  );
}
