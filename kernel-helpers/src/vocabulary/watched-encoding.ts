import { everyMilliseconds } from "../base/index.ts";
import { interrupted } from "../host/index.ts";
import { warnOfLongTokens } from "../tokens/index.ts";
import { type CorpusEncoder, corpusEncoder, type EncoderOptions } from "./corpus-encoder.ts";
import type { EncodedCorpus } from "./encoded-corpus.ts";

const TURN = 50; // ms between pauses in which output is sent and an interrupt can arrive

/**
 * Runs `work`, which gives its sentences to an encoder, and returns the encoded corpus. `turn` is to be called often: it lets
 * the event loop run, and throws Error if the user interrupts. Warns if tokens are longer on average than words are.
 */
export async function watchedEncoding(
  options: EncoderOptions,
  work: (encoder: CorpusEncoder, turn: () => Promise<void>) => Promise<void>,
): Promise<EncodedCorpus> {
  const encoder = corpusEncoder(options);
  const isTurn = everyMilliseconds(TURN);
  async function turn(): Promise<void> {
    if (isTurn() && (await interrupted())) throw stopped(encoder.tokens());
  }
  try {
    await work(encoder, turn);
    warnOfLongTokens(encoder.sample()); // before an error about words that are rare because they are sentences
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
