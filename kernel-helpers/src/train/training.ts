import type { Tensorflow } from "../backend/index.ts";
import type { Table } from "../base/index.ts";
import { createModel } from "../model/index.ts";
import { buildVocabulary, encode, type Vocabulary } from "../vocabulary/index.ts";
import type { Engine } from "./engine.ts";
import { type Settings, settingsOf, type TrainOptions } from "./options.ts";
import type { TrainingProgress } from "./progress.ts";
import { referenceEngine } from "./reference-engine.ts";
import { tensorEngine } from "./tensor-engine.ts";
import { trainLoop } from "./train-loop.ts";

/**
 * A training under way. Iterate over it to train: each turn gives a progress event, and leaving the loop early
 * keeps what was learned so far. Holds device memory: `close()` it when its vectors have been read.
 */
export interface Training extends AsyncIterable<TrainingProgress> {
  /** The words that it learns. */
  readonly vocabulary: Vocabulary;
  /** Which engine does the work. */
  readonly engine: Engine["name"];
  /** All options, the defaults filled in. */
  readonly settings: Settings;
  /** The word vectors now, shape (V, d), in the order of `vocabulary.words`. */
  inputTable(): Promise<Table<Float32Array>>;
  /** Trains to the end without looking at the events. */
  finish(): Promise<void>;
  /** Releases the engine. */
  close(): void;
}

/**
 * Prepares the training of a Word2Vec model on sentences of tokens (Mikolov et al. 2013a, 2013b): counts the
 * vocabulary and makes the first model. With `tf`, from `openBackend()`, the tensor engine trains in batches;
 * without, the reference engine trains in float64, one example at a time. The same seed gives the same vectors
 * on one machine. Throws RangeError for an option that cannot be, or when no word reaches `minCount`.
 */
export function startTraining(
  sentences: readonly (readonly string[])[],
  options: TrainOptions = {},
  tf?: Tensorflow,
): Training {
  const settings = settingsOf(options);
  const { minCount, vectorSize, seed, batchSize } = settings;
  const vocabulary = buildVocabulary(allTokens(sentences), { minCount });
  const ids = sentences.map((tokens) => encode(vocabulary, tokens)).filter((sentence) => sentence.length > 1);
  const model = createModel(vocabulary.words.length, { vectorSize, seed });
  const engine = tf ? tensorEngine(tf, model, batchSize) : referenceEngine(model);
  const events = trainLoop(ids, vocabulary, engine, settings);
  return {
    vocabulary,
    engine: engine.name,
    settings,
    // Without a return(), so that `break` pauses the generator instead of ending it: iterate again to go on.
    [Symbol.asyncIterator]: () => ({ next: () => events.next() }),
    inputTable: () => engine.inputTable(),
    async finish() {
      for await (const _ of events);
    },
    close: () => engine.close(),
  };
}

function* allTokens(sentences: readonly (readonly string[])[]): Generator<string> {
  for (const tokens of sentences) yield* tokens;
}
