import { norm, row } from "../base/index.ts";
import { startRunLog, startTensorboard } from "../record/index.ts";
import { type Settings, saveCheckpoint, type Training, type TrainingProgress } from "../train/index.ts";

/** Follows a training and writes down its events. */
export interface Recorder {
  /** After each event. */
  event(progress: TrainingProgress, training: Training): Promise<void>;
  /** After the last event, whether the training finished or was stopped. */
  end(training: Training): Promise<void>;
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

/** Writes a line for each event to `path`; the lines of an earlier log up to `keepTo` examples stay. */
export async function logRecorder(path: string, settings: Settings, keepTo?: number): Promise<Recorder> {
  const logger = await startRunLog(path, settings, { keepTo });
  return { event: (progress) => logger.log(progress), end: async () => {} };
}

/**
 * Writes TensorBoard's files into `folder`: numbers at each event, the lengths of the vectors as a histogram at each
 * tenth event and the last one, and at the end the vectors for the projector.
 */
export async function tensorboardRecorder(folder: string): Promise<Recorder> {
  const logger = await startTensorboard(folder);
  let events = 0;
  let last: TrainingProgress | undefined;
  const lengths = async (progress: TrainingProgress, training: Training): Promise<void> => {
    const table = await training.inputTable();
    const values = training.vocabulary.words.map((_, id) => norm(row(table, id)));
    await logger.histogram("vectors/length", values, progress);
  };
  return {
    async event(progress, training) {
      await logger.log(progress);
      last = progress;
      if (++events % 10 === 0) await lengths(progress, training);
    },
    async end(training) {
      if (last !== undefined && events % 10 !== 0) await lengths(last, training);
      await logger.embedding(training.vocabulary, await training.inputTable());
    },
  };
}
