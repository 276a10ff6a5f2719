import type { Checkpoint, EngineName, Training, TrainingProgress } from "../train/index.ts";

/** The examples at the last event before a checkpoint; 0 without one. */
export function reportedExamples(checkpoint: Checkpoint | undefined): number {
  if (checkpoint === undefined) return 0;
  const { position, engine } = checkpoint;
  return position.examples - engine.examples - engine.held.length;
}

/** Where a training is that must not go on without a loss. */
export interface LossPlace {
  /** The examples at the event before. */
  readonly before: number;
  readonly training: Pick<Training, "engine" | "settings">;
  /** Whether its options are those of a checkpoint. */
  readonly resumed: boolean;
}

/** Throws Error if the loss of an event that has new examples is not a number: from there on nothing is learned. */
export function requireFiniteLoss(
  { loss, examples }: Pick<TrainingProgress, "loss" | "examples">,
  { before, training, resumed }: LossPlace,
): void {
  if (Number.isFinite(loss)) return;
  const [since, now] = [before, examples].map((count) => count.toLocaleString("en"));
  const remedy = `${smallerSteps(training.engine)}: --alpha is ${training.settings.alpha}`;
  throw new Error(
    `Cannot go on as the training has diverged: between example ${since} and example ${now} its loss became ${loss}, and its vectors ` +
      `are useless. Remedy: ${resumed ? "begin again without --resume, with " : ""}${remedy}`,
  );
}

/**
 * Steps that are too large give meaningless vectors, and nothing else would say so. `losses` are those of a new training from
 * its start: one that goes on with a model has learned before its first loss.
 */
export function warnIfNotFallen(losses: readonly number[], engine: EngineName): void {
  const [first, last] = [losses[0], losses.at(-1)];
  if (first === undefined || last === undefined || losses.length < 2 || last < first) return;
  const course = `from ${first.toFixed(3)} to ${last.toFixed(3)}`;
  console.error(
    `warning: the loss went ${course} instead of falling. Remedy: ${smallerSteps(engine)}, or more --epochs`,
  );
}

/** Only the tensor engine takes batches. */
function smallerSteps(engine: EngineName): string {
  return engine === "tensor" ? "a smaller --alpha or --batch-size" : "a smaller --alpha";
}
