import { everyMilliseconds } from "../base/index.ts";
import { pieceText, sentencesOf } from "../corpus/index.ts";
import { interrupted } from "../host/index.ts";
import { tokenizer, warnOfLongTokens } from "../tokens/index.ts";
import { type CorpusEncoder, corpusEncoder, type EncoderOptions } from "./corpus-encoder.ts";
import type { EncodedCorpus } from "./encoded-corpus.ts";

const TURN = 50; // ms between pauses in which output is sent and an interrupt can arrive
const SAMPLE = 100_000; // tokens at which `warnOfLongTokens` looks
const UNFORGOTTEN = 1 << 21; // more than the words of the sample and of the piece of a text in which it ends

/** What gives sentences to an encoder that is watched. */
interface Watched extends Pick<CorpusEncoder, "add" | "addText" | "tokens"> {
  /** To be called often: lets the event loop run, and throws Error if the user interrupts. */
  turn(): Promise<void>;
}

/**
 * Runs `work`, which gives its sentences to an encoder, and returns the encoded corpus. Warns if tokens are longer on average than
 * words are.
 */
export async function watchedEncoding(
  options: EncoderOptions,
  work: (encoder: Watched) => Promise<void>,
): Promise<EncodedCorpus> {
  const encoder = corpusEncoder(options);
  const sample = (options.pruneAt ?? UNFORGOTTEN) < UNFORGOTTEN ? early(encoder) : late(encoder);
  const isTurn = everyMilliseconds(TURN);
  try {
    await work({
      add: sample.add,
      addText: sample.addText,
      tokens: encoder.tokens,
      async turn() {
        if (isTurn() && (await interrupted())) throw stopped(encoder.tokens());
      },
    });
    warnOfLongTokens(sample.words()); // before an error about words that are rare because they are sentences
    return encoder.finish();
  } catch (error) {
    encoder.close();
    throw error;
  }
}

/** An encoder that can tell the words of its first 100,000 tokens. */
interface Sampled extends Pick<CorpusEncoder, "add" | "addText"> {
  words(): ReadonlyMap<string, number>;
}

/** Asks the encoder for the words as soon as they are there. */
function late(encoder: CorpusEncoder): Sampled {
  let words: ReadonlyMap<string, number> | undefined;
  function look(): void {
    if (words === undefined && encoder.tokens() >= SAMPLE) words = encoder.firstWords(SAMPLE);
  }
  return {
    add(tokens) {
      encoder.add(tokens);
      look();
    },
    addText(text, name) {
      encoder.addText(text, name);
      look();
    },
    words: () => words ?? encoder.firstWords(SAMPLE),
  };
}

/** Counts the words itself, for an encoder that may have forgotten some of them by then. */
function early(encoder: CorpusEncoder): Sampled {
  const words = new Map<string, number>();
  function add(tokens: readonly string[]): void {
    const some = tokens.slice(0, Math.max(0, SAMPLE - encoder.tokens()));
    for (const token of some) words.set(token, (words.get(token) ?? 0) + 1);
    encoder.add(tokens);
  }
  return {
    add,
    addText(text, name) {
      if (encoder.tokens() >= SAMPLE) encoder.addText(text, name);
      else for (const sentence of sentencesOf(pieceText(text))) add(tokenizer(name)(sentence));
    },
    words: () => words,
  };
}

function stopped(tokens: number): Error {
  return new Error(
    `Cannot encode the corpus: it was stopped after ${tokens.toLocaleString("en")} words. Remedy: run it again`,
  );
}
