import { saveCheckpoint, type Training, type TrainingProgress } from "../train/index.ts";

/** Something that follows a training and writes down what it sees. */
export interface Recorder {
  /** After each event. */
  event(progress: TrainingProgress, training: Training): Promise<void>;
  /** After the last event, early or not. */
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
