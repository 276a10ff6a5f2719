import { isFileError } from "#host";
import { norm, row } from "../base/index.ts";
import { type RunLogger, startRunLog, startTensorboard, type TensorboardLogger } from "../record/index.ts";
import { type Settings, saveCheckpoint, type Training, type TrainingProgress } from "../train/index.ts";

/** Follows a training and writes down its events. */
export interface Recorder {
  /** After each event. */
  event(progress: TrainingProgress, training: Training): Promise<void>;
  /** After the last event, whether the training finished or was stopped. */
  end(training: Training): Promise<void>;
}

/** A recorder on which the training does not depend. */
export interface SideRecorder extends Recorder {
  /** Whether everything was written. */
  isComplete(): boolean;
  /** Whether something was written. */
  hasWritten(): boolean;
  /** Other work on the same file, with the same care. */
  also(work: () => Promise<void>): Promise<void>;
}

/**
 * Keeps a recorder from ending the training: where the system refuses its file, for example as the disk is full, `warn`
 * gets a sentence, and the training goes on without `what`. The record ends there, except `again`: a checkpoint is whole
 * each time, so each is tried, and the one at the end makes up for those before.
 */
export function besideTraining(
  recorder: Recorder,
  what: string,
  warn: (text: string) => void,
  { again = false }: { readonly again?: boolean } = {},
): SideRecorder {
  let failed = false;
  let written = false;
  async function attempt(work: () => Promise<void>): Promise<boolean> {
    if (failed && !again) return false;
    try {
      await work();
      written = true;
      return true;
    } catch (error) {
      if (!isFileError(error)) throw error;
      if (!failed) warn(`warning: the training goes on without ${what}. ${error.message}`);
      failed = true;
      return false;
    }
  }
  return {
    async event(progress, training) {
      await attempt(() => recorder.event(progress, training));
    },
    async end(training) {
      if (await attempt(() => recorder.end(training))) failed = false;
    },
    isComplete: () => !failed,
    hasWritten: () => written,
    async also(work) {
      await attempt(work);
    },
  };
}

/** Writes a checkpoint to `path` after every `every` events, and one at the end. */
export function checkpointRecorder(path: string, every: number): Recorder {
  let events = 0;
  const save = async (training: Training): Promise<void> => saveCheckpoint(path, await training.checkpoint());
  return {
    event: async (_, training) => {
      if (++events % every === 0) await save(training);
    },
    end: save,
  };
}

/**
 * Writes a line for each event to `path`; the lines of an earlier log up to `keepTo` examples stay. Without an event the
 * earlier log stays as it is.
 */
export function logRecorder(path: string, settings: Settings, keepTo?: number): Recorder {
  let logger: RunLogger | undefined;
  return {
    async event(progress) {
      logger ??= await startRunLog(path, settings, { keepTo });
      await logger.log(progress);
    },
    end: async () => {},
  };
}

/**
 * Writes TensorBoard's files into `folder`: numbers at each event, the lengths of the vectors as a histogram at each
 * tenth event and the last one, and at the end the vectors for the projector.
 */
export function tensorboardRecorder(folder: string): Recorder {
  let started: Promise<TensorboardLogger> | undefined;
  const logger = (): Promise<TensorboardLogger> => {
    started ??= startTensorboard(folder);
    return started;
  };
  let events = 0;
  let last: TrainingProgress | undefined;
  const lengths = async (progress: TrainingProgress, training: Training): Promise<void> => {
    const table = await training.inputTable();
    const values = training.vocabulary.words.map((_, id) => norm(row(table, id)));
    await (await logger()).histogram("vectors/length", values, progress);
  };
  return {
    async event(progress, training) {
      await (await logger()).log(progress);
      last = progress;
      if (++events % 10 === 0) await lengths(progress, training);
    },
    async end(training) {
      if (last !== undefined && events % 10 !== 0) await lengths(last, training);
      await (await logger()).embedding(training.vocabulary, await training.inputTable());
    },
  };
}
