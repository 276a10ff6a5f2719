import type { Table } from "../base/index.ts";
import type { Vocabulary } from "../vocabulary/index.ts";
import { type Checkpoint, checkpointVersion, type TrainedWords } from "./checkpoint.ts";
import { trainingClosed } from "./closed.ts";
import type { Engine, EngineName } from "./engine.ts";
import { inTurn } from "./in-turn.ts";
import type { Settings } from "./options.ts";
import type { TrainingProgress } from "./progress.ts";
import type { SentenceIds } from "./sentence-ids.ts";
import type { TrainLoop } from "./train-loop.ts";

/**
 * A training in progress. Iterate over it to train: each turn gives a progress event, and leaving the loop early keeps
 * what was learned so far; of several loops at once, each event goes to one. It holds memory, and with several threads their workers: call `close()` after reading its vectors.
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
  /**
   * From now on gives `save` a checkpoint whenever so many seconds have passed since the last one was taken or saved, also
   * between two events: after the sentence, or with the simd engine the round, that is being trained, at most some seconds later.
   * A training that is resumed from there has the events and vectors of one that never stopped. Call it before the loop over the
   * training. If `save` fails, the loop throws its error; another loop goes on. Throws RangeError unless `seconds` is >= 0.
   */
  checkpointEvery(seconds: number, save: (checkpoint: Checkpoint) => Promise<void>): void;
  /** Trains to the end without looking at the events. */
  finish(): Promise<void>;
  /** Releases the engine. To train on afterwards throws Error. */
  close(): void;
}

/** What a training is about, beside its engine. */
interface About {
  readonly sentences: SentenceIds;
  readonly settings: Settings;
  readonly backend: string;
}

/** A training by an engine, whose loop it runs. */
export function trainingBy(
  engine: Pick<Engine, "inputTable" | "close"> & { readonly name: EngineName },
  loop: TrainLoop,
  { sentences, settings, backend }: About,
): Training {
  const about = { version: checkpointVersion, by: engine.name, backend, settings };
  let words: TrainedWords | undefined; // made at the first checkpoint
  const turns = inTurn(); // of all who iterate
  let working = 0; // calls of next() that have not ended
  let [over, closed] = [false, false];
  let saving = { seconds: Number.POSITIVE_INFINITY, save: async (_: Checkpoint) => {}, last: 0 };
  async function taken(): Promise<Checkpoint> {
    saving.last = performance.now();
    words ??= trainedWords(sentences);
    const corpus = sentences.fingerprint(settings.tokenizer);
    return { ...about, corpus, vocabulary: words, ...(await loop.state()) };
  }
  async function saveIfTime(): Promise<void> {
    if (performance.now() - saving.last < 1000 * saving.seconds) return;
    await saving.save(await taken());
    saving.last = performance.now(); // the time of a slow disk is no time of training
  }
  async function toEvent(): Promise<IteratorResult<TrainingProgress>> {
    for (;;) {
      if (closed && !over) throw trainingClosed();
      await saveIfTime(); // out of the loop, which goes on also after an error
      const { done, value } = await loop.events.next();
      over ||= done === true;
      if (done) return { done, value };
      if (value !== undefined) return { value };
    }
  }
  async function next(): Promise<IteratorResult<TrainingProgress>> {
    working++;
    try {
      return await turns(toEvent);
    } finally {
      working--;
    }
  }

  return {
    vocabulary: sentences.vocabulary,
    engine: engine.name,
    settings,
    // Without a return(), so that `break` pauses the generator instead of ending it: iterate again to continue.
    [Symbol.asyncIterator]: () => ({ next }),
    inputTable: () => engine.inputTable(),
    async checkpoint() {
      requireAtEvent(working);
      return turns(taken); // a loop that goes on waits for it
    },
    checkpointEvery(seconds, save) {
      requireSeconds(seconds);
      saving = { seconds, save, last: performance.now() };
    },
    async finish() {
      while (!(await next()).done);
    },
    close() {
      closed = true;
      engine.close();
      sentences.close();
    },
  };
}

function trainedWords({ vocabulary: { words, counts }, earlier }: SentenceIds): TrainedWords {
  return { words, counts: Array.from(counts), earlier };
}

function requireSeconds(seconds: number): void {
  if (seconds >= 0) return;
  throw new RangeError(`Cannot save checkpoints as seconds must be >= 0: current value is ${seconds}`);
}

function requireAtEvent(working: number): void {
  if (working === 0) return;
  throw new Error(
    "Cannot take a checkpoint: the training is working towards its next event. " +
      "Remedy: call it in the loop over the training, or after it",
  );
}
