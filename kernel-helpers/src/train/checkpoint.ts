import type { Engine } from "./engine.ts";
import { type Settings, settingsOf, type TrainOptions, trainDefaults } from "./options.ts";
import type { LoopState } from "./train-loop.ts";

/** The version of what a checkpoint contains; another one is refused. */
export const checkpointVersion = 1;

/** A training that stands still: plain data. `encodeCheckpoint` makes bytes of it. */
export interface Checkpoint extends LoopState {
  /** Which version of this record it is. */
  readonly version: number;
  /** Which engine trained: another one would go on with other numbers. */
  readonly by: Engine["name"];
  /** TensorFlow.js' name of the backend, "" of the reference engine: another one rounds otherwise. */
  readonly backend: string;
  /** All options of the training. */
  readonly settings: Settings;
  /** Tells the corpus from others, see `fingerprint`. */
  readonly corpus: string;
}

/**
 * The settings of a checkpoint, when a training by the engine `by` with `options` may go on from there. Throws
 * RangeError, naming both values, for another version, another engine, or an option that differs or is not known.
 */
export function resumedSettings(checkpoint: Checkpoint, options: TrainOptions, by: Engine["name"]): Settings {
  requireSame(
    "version",
    checkpoint.version,
    checkpointVersion,
    "train anew, or use the version of the course that wrote it",
  );
  requireSame("engine", checkpoint.by, by, `the ${checkpoint.by} engine, or train anew`);
  requireKnown(checkpoint.settings);
  const settings = { ...trainDefaults, ...checkpoint.settings }; // an option that is younger had its default
  for (const name of Object.keys(options) as (keyof Settings)[]) {
    requireSame(name, settings[name], options[name], `leave ${name} out, or train anew`);
  }
  return settingsOf(settings);
}

/** A later version's option would silently be left out, and train something else. */
function requireKnown(settings: Settings): void {
  const unknown = Object.keys(settings).find((name) => !Object.hasOwn(trainDefaults, name));
  if (unknown === undefined) return;
  throw new RangeError(
    `Cannot resume as every option of the checkpoint must be known to this version: ${unknown} is not. ` +
      "Remedy: the version of the course that wrote it, or train anew",
  );
}

/** Throws RangeError unless both corpora are one. */
export function requireSameCorpus(checkpoint: Checkpoint, corpus: string): void {
  requireSame("corpus", checkpoint.corpus, corpus, "the same text in the same order, or train anew");
}

function requireSame(name: string, there: unknown, here: unknown, remedy: string): void {
  if (there === here) return;
  throw new RangeError(
    `Cannot resume as the ${name} must be that of the checkpoint, ${String(there)}: current value is ${String(here)}. ` +
      `Remedy: ${remedy}`,
  );
}
