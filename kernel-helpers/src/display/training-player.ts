import { SmallTraining, type SmallTrainingOptions } from "../train/index.ts";
import { escapeHtml } from "./displayable.ts";
import { show } from "./show.ts";
import { table } from "./table.ts";
import { requirePlayable } from "./training-limits.ts";
import type { TrainingView } from "./training-view.ts";
import { viewBundle } from "./view-bundle.ts";

/** Options of `trainingPlayer`. */
export interface TrainingPlayerOptions extends SmallTrainingOptions {
  /** The learning rate α at the start; the reader may change it. Default: 0.2. */
  readonly alpha?: number;
  /** What is trained. */
  readonly title?: string;
}

/** Epochs in the table for where no script runs. */
const STILL = [1, 20, 100, 300];

/** Numbers that these epochs may go through, some seconds of work: of a larger training the table has fewer of them. */
const MOST_WORK = 5e8;

/**
 * Shows a training of a few words, to be played: one example, 20 or 300 epochs at a time, with any architecture, output layer
 * and learning rate. The two tables, what the model says of a gap, the loss and a map of the words move along. Throws
 * RangeError for fewer than 2 or more than 40 different words, more than 200 words in all, vectors of more than 100 numbers,
 * windows of more than 10 words on a side, more than 20 noise words, a learning rate that is not above 0, and for what
 * `SmallTraining` refuses.
 */
export async function trainingPlayer(
  sentences: readonly (readonly string[])[],
  { alpha = 0.2, title = "A training to play with", ...options }: TrainingPlayerOptions = {},
): Promise<void> {
  const data: TrainingView = { view: "training", title, sentences, options: { ...options, alpha } };
  requirePlayable(data);
  const training = new SmallTraining(sentences, options);
  const work = training.examples.length * training.model.output.data.length;
  const rows = STILL.filter((epoch) => epoch === 1 || epoch * work <= MOST_WORK).map((epoch) => {
    while (training.epochs < epoch) training.epoch(alpha);
    return { epoch, "mean loss": training.losses[epoch - 1] };
  });
  const still = table(rows, { caption: title }).mimeBundle;
  const mimeBundle = await viewBundle(data, {
    html: `<p>${escapeHtml(title)}: where scripts run, it can be played.</p>${still["text/html"]}`,
    text: `${title}\n\n${still["text/plain"]}`,
  });
  await show({ mimeBundle });
}
