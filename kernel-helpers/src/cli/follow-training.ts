import type { ProgressPrinter } from "#host";
import { interrupted } from "../host/index.ts";
import { progressLine, type Training } from "../train/index.ts";
import type { Recorder } from "./recorder.ts";
import { warnIfNotFallen } from "./train-checks.ts";

/** The percentage of a training from which on its results may replace older ones. Events come at each percent. */
export const ENOUGH = 1;

/** Trains to the end or until Ctrl-C, showing the progress; returns the percentage done and whether anything was learned. */
export async function followTraining(
  training: Training,
  recorders: readonly Recorder[],
  printer: ProgressPrinter,
): Promise<{ percent: number; learned: boolean }> {
  if (await interrupted()) return { percent: 0, learned: false }; // Ctrl-C while the corpus was read
  const losses: number[] = [];
  let percent = 100; // stays so if the training had already ended when it was resumed
  let examples = 0;
  for await (const progress of training) {
    percent = (100 * progress.tokens) / progress.totalTokens;
    if (progress.examples > examples) losses.push(progress.loss); // no new examples, no loss
    examples = progress.examples;
    printer.show(progressLine(progress));
    if (percent < ENOUGH || examples === 0) continue; // a stop in the first moments: the records of before are worth more
    for (const recorder of recorders) await recorder.event(progress, training);
  }
  printer.end();
  warnIfNotFallen(losses);
  return { percent, learned: examples > 0 };
}
