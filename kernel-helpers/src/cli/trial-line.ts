import type { TrialResult, TuningProgress } from "../classify/index.ts";

/** The names of the classes; of many the first ones. */
export function listedClasses(classes: readonly string[]): string {
  const rest = classes.length - 10;
  return rest > 1 ? `${classes.slice(0, 10).join(", ")} and ${rest} others` : classes.join(", ");
}

/** A trial in one line. */
export function trialLine({ trial, epochs, settings, best, validation }: TrialResult): string {
  const { tuning, rank, alpha, batchSize } = settings;
  const how = tuning === "low-rank" ? `low-rank ${rank}` : tuning;
  const tried = `trial ${trial}, ${how}, alpha ${alpha.toPrecision(3)}, batches of ${batchSize}`;
  if (best === 0) return `${tried}: diverged`;
  return (
    `${tried}, epoch ${best} of ${epochs}: ` +
    `validation loss ${validation.loss.toFixed(4)}, accuracy ${validation.accuracy.toFixed(3)}`
  );
}

/** Where a trial is that is under way. */
export function epochLine({ epoch, epochs, validation }: TuningProgress): string {
  return `under way: epoch ${epoch} of at most ${epochs}, validation loss ${validation.loss.toFixed(4)}`;
}
