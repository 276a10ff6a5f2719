import { type ChartSpec, lossChart } from "../plot/index.ts";
import { endLine, progressLine, type Training, type TrainingProgress } from "../train/index.ts";
import { liveChart } from "./live-chart.ts";

/** Options of `showTraining`. */
export interface ShowTrainingOptions {
  /** Title of the chart once the training has ended. */
  readonly title?: string;
  /** Called at each report, such as to keep the vectors of this moment; the training waits for it. */
  readonly onReport?: (progress: TrainingProgress) => void | Promise<void>;
}

/**
 * Trains to the end, or until the learner interrupts, and shows the loss as a curve that grows, with progress, rate and
 * time left above it. Returns the reports. The title of a training that was stopped says how far it came; its vectors
 * remain.
 */
export async function showTraining(
  training: Training,
  { title = "Training", onReport }: ShowTrainingOptions = {},
): Promise<readonly TrainingProgress[]> {
  const reports: TrainingProgress[] = [];
  const chart = liveChart();
  const drawn = (heading: string): ChartSpec => lossChart(reports, { title: heading });
  for await (const progress of training) {
    const before = reports.at(-1)?.examples;
    reports.push(progress);
    await onReport?.(progress);
    await chart.update(() => drawn(progressLine(progress, before)));
  }
  const last = reports.at(-1);
  if (last) await chart.done(drawn(endLine(title, last)));
  return reports;
}
