import type { Tensorflow } from "../backend/index.ts";
import { isSimd, longestSentence, type Simd } from "../simd/index.ts";
import type { EncodedCorpus } from "../vocabulary/index.ts";
import type { EngineName } from "./engine.ts";
import type { TrainOptions } from "./options.ts";

/** The text of a training: sentences of tokens in memory, or a corpus that is encoded already. */
export type TrainingText = readonly (readonly string[])[] | EncodedCorpus;

/** Sentences of tokens that come one by one, and need not fit in memory. */
export type TokenStream = AsyncIterable<readonly string[]>;

/** The longest sentence that an engine trains whole; 0 for any, so that old checkpoints know their corpus. */
export function sentenceLimit(engine: EngineName): number {
  return engine === "simd" ? longestSentence : 0;
}

/** The engine that trains with this. */
export function engineOf(by: Tensorflow | Simd | undefined): EngineName {
  if (by === undefined) return "reference";
  return isSimd(by) ? "simd" : "tensor";
}

/** The options of a training of `text`: those with which a corpus was encoded are its defaults. */
export function withMade(options: TrainOptions, text: TrainingText | TokenStream): TrainOptions {
  if (isStream(text) || !isEncoded(text)) return options;
  const { minCount, maxVocab } = text.made;
  return { minCount, maxVocab, ...options };
}

/** Whether it is encoded already. */
export function isEncoded(text: TrainingText): text is EncodedCorpus {
  return !Array.isArray(text);
}

/** Whether its sentences come one by one. */
export function isStream(text: TrainingText | TokenStream): text is TokenStream {
  return Symbol.asyncIterator in text;
}
