import { host } from "#host";
import type { Numbers, Table } from "../base/index.ts";
import type { TrainingProgress } from "../train/index.ts";
import type { Vocabulary } from "../vocabulary/index.ts";
import { histogramOf } from "./histogram.ts";
import { projectorFiles } from "./projector-files.ts";
import { logRow } from "./run-log.ts";
import { histogramEvent, scalarsEvent, versionEvent } from "./tensorboard-events.ts";

/** Writes what TensorBoard reads: `tensorboard --logdir FOLDER`. */
export interface TensorboardLogger {
  /** Adds the event's numbers: train/loss, train/alpha and so on, over the examples trained. */
  log(progress: TrainingProgress): Promise<void>;
  /** Adds a histogram of the finite numbers among `values`, at the step of `progress`; nothing if none is finite. */
  histogram(tag: string, values: ArrayLike<number>, progress: TrainingProgress): Promise<void>;
  /** Writes the files of the embedding projector, replacing earlier ones; see `projectorFiles`. */
  embedding(vocabulary: Vocabulary, table: Table<Numbers>): Promise<void>;
}

/** Starts a new event file in `folder`; TensorBoard joins all event files of a folder into one run. */
export async function startTensorboard(folder: string): Promise<TensorboardLogger> {
  const now = (): number => Date.now() / 1000;
  // Names sort by time; the milliseconds separate two runs that start in the same second.
  const started = now();
  const file = `${folder}/events.out.tfevents.${started.toFixed(3)}.word2vec-lab`;
  await host.append(file, versionEvent(started));
  return {
    async log(progress) {
      const { _step, _runtime, _timestamp, ...metrics } = logRow(progress, now());
      await host.append(file, scalarsEvent(_timestamp, _step, metrics));
    },
    async histogram(tag, values, { examples }) {
      if (!Array.from(values).some(Number.isFinite)) return; // after a divergence
      await host.append(file, histogramEvent(now(), examples, tag, histogramOf(values)));
    },
    async embedding({ words, counts }, table) {
      for (const { name, text } of projectorFiles(words, counts, table)) {
        await host.write(`${folder}/${name}`, new TextEncoder().encode(text));
      }
    },
  };
}
