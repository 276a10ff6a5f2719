import { SmallTraining, type SmallTrainingOptions } from "../train/index.ts";
import { escapeHtml } from "./displayable.ts";
import { show } from "./show.ts";
import { table } from "./table.ts";
import type { TrainingView } from "./training-view.ts";
import { viewBundle } from "./view-bundle.ts";

/** Options of `trainingPlayer`. */
export interface TrainingPlayerOptions extends SmallTrainingOptions {
  /** The learning rate α at the start; the reader may change it. Default: 0.2. */
  readonly alpha?: number;
  /** What is trained. */
  readonly title?: string;
}

/** The most words that the player shows: each has a row in two tables. */
const MOST_WORDS = 40;

/** Epochs in the table for where no script runs. */
const STILL = [1, 20, 100, 300];

/**
 * Shows a training of a few words, to be played: one example, 20 or 300 epochs at a time, with any architecture, output layer
 * and learning rate. The two tables, what the model says of a gap, the loss and a map of the words move along. Throws
 * RangeError for fewer than 2 or more than 40 different words, and for what `SmallTraining` refuses.
 */
export async function trainingPlayer(
  sentences: readonly (readonly string[])[],
  { alpha = 0.2, title = "A training to play with", ...options }: TrainingPlayerOptions = {},
): Promise<void> {
  const training = new SmallTraining(sentences, options);
  const words = training.vocabulary.words.length;
  if (words > MOST_WORDS) {
    throw new RangeError(
      `Cannot show a training as there must be ${MOST_WORDS} different words at most: there are ${words}. ` +
        "Remedy: give fewer sentences, or use startTraining()",
    );
  }
  const rows = STILL.map((epoch) => {
    while (training.epochs < epoch) training.epoch(alpha);
    return { epoch, "mean loss": training.losses[epoch - 1] };
  });
  const still = table(rows, { caption: title }).mimeBundle;
  const data: TrainingView = { view: "training", title, sentences, options: { ...options, alpha } };
  const mimeBundle = await viewBundle(data, {
    html: `<p>${escapeHtml(title)}: where scripts run, it can be played.</p>${still["text/html"]}`,
    text: `${title}\n\n${still["text/plain"]}`,
  });
  await show({ mimeBundle });
}
