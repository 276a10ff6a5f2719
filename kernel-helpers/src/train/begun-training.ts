import type { Tensorflow } from "../backend/index.ts";
import type { Table } from "../base/index.ts";
import type { Simd } from "../simd/index.ts";
import type { EncodedCorpus, Vocabulary } from "../vocabulary/index.ts";
import { type Checkpoint, checkpointVersion } from "./checkpoint.ts";
import type { Engine, EngineName } from "./engine.ts";
import { encodedFingerprint, fingerprint } from "./fingerprint.ts";
import { newEngine } from "./new-engine.ts";
import type { numbered } from "./numbered.ts";
import type { Settings } from "./options.ts";
import { startPosition } from "./position.ts";
import type { TrainingProgress } from "./progress.ts";
import { roundLoop } from "./round-loop.ts";
import { simdEngine } from "./simd-engine.ts";
import { type TrainLoop, trainLoop } from "./train-loop.ts";

/**
 * A training in progress. Iterate over it to train: each turn gives a progress event, and leaving the loop early keeps
 * what was learned so far. It holds memory, and with several threads their workers: call `close()` after reading its vectors.
 */
export interface Training extends AsyncIterable<TrainingProgress> {
  /** The words that it learns. */
  readonly vocabulary: Vocabulary;
  /** Which engine does the work. */
  readonly engine: EngineName;
  /** All options, the defaults filled in. */
  readonly settings: Settings;
  /** The word vectors now, shape (V, d), in the order of `vocabulary.words`. */
  inputTable(): Promise<Table<Float32Array>>;
  /**
   * The current state of the training, for `resumeTraining`; `saveCheckpoint` writes it to a file. Throws Error while
   * the training is working towards its next event.
   */
  checkpoint(): Promise<Checkpoint>;
  /** Trains to the end without looking at the events. */
  finish(): Promise<void>;
  /** Releases the engine. */
  close(): void;
}

/** A training of sentences as word numbers; continues from `from`. The tensor engine needs `tf`. */
export function begunTraining(
  { vocabulary, ids }: ReturnType<typeof numbered>,
  settings: Settings,
  tf?: Tensorflow,
  from?: Checkpoint,
): Training {
  const engine = newEngine(vocabulary.words.length, settings, tf);
  if (from) engine.restore(from.engine);
  const loop = trainLoop(ids, vocabulary, engine, settings, from?.position ?? startPosition(settings));
  const corpus = (): string => fingerprint(vocabulary, ids, settings.tokenizer);
  return trainingBy(engine, { loop, vocabulary, settings, backend: tf?.getBackend() ?? "", corpus });
}

/** A training of an encoded corpus by the simd engine; continues from `from`. */
export function begunRounds(
  corpus: EncodedCorpus,
  settings: Settings,
  simd: Simd,
  from?: Checkpoint,
): Training {
  const engine = simdEngine(simd, corpus, settings);
  if (from) engine.restore(from.engine);
  const loop = roundLoop(corpus, engine, settings, from?.position ?? startPosition(settings));
  return trainingBy(engine, {
    loop,
    vocabulary: corpus.vocabulary,
    settings,
    backend: simd.binary,
    corpus: () => encodedFingerprint(corpus, settings.tokenizer),
  });
}

/** What a training is about, beside its engine. */
interface About extends Pick<Training, "vocabulary" | "settings"> {
  readonly loop: TrainLoop;
  readonly backend: string;
  readonly corpus: () => string;
}

function trainingBy(
  engine: Pick<Engine, "inputTable" | "close"> & { readonly name: EngineName },
  { loop, vocabulary, settings, backend, corpus }: About,
): Training {
  const about = { version: checkpointVersion, by: engine.name, backend, settings };
  let working = false;
  async function next(): Promise<IteratorResult<TrainingProgress>> {
    working = true;
    try {
      return await loop.events.next();
    } finally {
      working = false;
    }
  }

  return {
    vocabulary,
    engine: engine.name,
    settings,
    // Without a return(), so that `break` pauses the generator instead of ending it: iterate again to continue.
    [Symbol.asyncIterator]: () => ({ next }),
    inputTable: () => engine.inputTable(),
    async checkpoint() {
      requireAtEvent(working);
      return { ...about, corpus: corpus(), ...(await loop.state()) };
    },
    async finish() {
      while (!(await next()).done);
    },
    close: () => engine.close(),
  };
}

function requireAtEvent(working: boolean): void {
  if (!working) return;
  throw new Error(
    "Cannot take a checkpoint: the training is working towards its next event. " +
      "Remedy: call it in the loop over the training, or after it",
  );
}
