import type { Tensorflow } from "../backend/index.ts";
import type { Table } from "../base/index.ts";
import type { Vocabulary } from "../vocabulary/index.ts";
import { type Checkpoint, checkpointVersion } from "./checkpoint.ts";
import type { Engine } from "./engine.ts";
import { newEngine } from "./new-engine.ts";
import type { Settings } from "./options.ts";
import { startPosition } from "./position.ts";
import type { TrainingProgress } from "./progress.ts";
import type { SentenceIds } from "./sentence-ids.ts";
import { trainLoop } from "./train-loop.ts";

/**
 * A training in progress. Iterate over it to train: each turn gives a progress event, and leaving the loop early keeps
 * what was learned so far. It holds device memory: call `close()` after reading its vectors.
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
  sentences: SentenceIds,
  settings: Settings,
  tf?: Tensorflow,
  from?: Checkpoint,
): Training {
  const { vocabulary } = sentences;
  const engine = newEngine(vocabulary.words.length, settings, tf);
  if (from) engine.restore(from.engine);
  const loop = trainLoop(sentences, engine, settings, from?.position ?? startPosition(settings));
  const about = { version: checkpointVersion, by: engine.name, backend: tf?.getBackend() ?? "", settings };
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
      return { ...about, corpus: sentences.fingerprint(settings.tokenizer), ...(await loop.state()) };
    },
    async finish() {
      while (!(await next()).done);
    },
    close() {
      engine.close();
      sentences.close();
    },
  };
}

function requireAtEvent(working: boolean): void {
  if (!working) return;
  throw new Error(
    "Cannot take a checkpoint: the training is working towards its next event. " +
      "Remedy: call it in the loop over the training, or after it",
  );
}
