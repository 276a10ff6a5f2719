import type { ProgressPrinter } from "#host";
import { interrupted } from "../host/index.ts";
import { type Checkpoint, percentDone, progressLine, type Training } from "../train/index.ts";
import { reportedExamples, requireFiniteLoss } from "./loss-checks.ts";
import type { Recorder } from "./recorder.ts";

/** The percentage of a training from which on its results may replace older ones. Events come at each percent. */
export const ENOUGH = 1;

/** How a training went. */
export interface Followed {
  /** Whole percent done. */
  readonly percent: number;
  /** Whether anything was learned. */
  readonly learned: boolean;
  /** The loss of each event that has new examples. */
  readonly losses: readonly number[];
}

/**
 * Trains to the end or until Ctrl-C, showing the progress. Throws Error as soon as the loss is no longer a number. `from` is the
 * checkpoint that is resumed.
 */
export async function followTraining(
  training: Training,
  recorders: readonly Recorder[],
  printer: ProgressPrinter,
  from: Checkpoint | undefined,
): Promise<Followed> {
  const losses: number[] = [];
  if (await interrupted()) return { percent: 0, learned: false, losses }; // Ctrl-C while the corpus was read
  let percent = 100; // stays so if the training had already ended when it was resumed
  let learned = false;
  let before = reportedExamples(from);
  try {
    for await (const progress of training) {
      percent = percentDone(progress);
      learned = progress.examples > 0;
      if (progress.examples > before) {
        requireFiniteLoss(progress, { before, training, resumed: from !== undefined });
        losses.push(progress.loss); // no new examples, no loss
      }
      printer.show(progressLine(progress, before));
      before = progress.examples;
      if (percent < ENOUGH || !learned) continue; // a stop in the first moments: the records of before are worth more
      for (const recorder of recorders) await recorder.event(progress, training);
    }
  } finally {
    printer.end();
  }
  return { percent, learned, losses };
}
