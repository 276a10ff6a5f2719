import { optionName } from "../base/index.ts";
import type { EngineName } from "./engine.ts";
import { type Settings, settingsOf, type TrainOptions, trainDefaults } from "./options.ts";
import type { LoopState } from "./train-loop.ts";

/** The version of the contents of a checkpoint; other versions are rejected. */
export const checkpointVersion = 1;

/** A paused training as plain data. `encodeCheckpoint` turns it into bytes. */
export interface Checkpoint extends LoopState {
  /** The version of this record. */
  readonly version: number;
  /** Which engine trained: another engine would continue with different numbers. */
  readonly by: EngineName;
  /** What rounds differently: TensorFlow.js' name of the backend, the binary of the simd engine, "" for the reference engine. */
  readonly backend: string;
  /** All options of the training. */
  readonly settings: Settings;
  /** Identifies the corpus, see `fingerprint`. */
  readonly corpus: string;
}

/**
 * The settings of a checkpoint, if a training by the engine `by` with `options` may continue from it. Throws
 * RangeError, naming both values, for another version, another engine, or an option that differs or is unknown.
 */
export function resumedSettings(checkpoint: Checkpoint, options: TrainOptions, by: EngineName): Settings {
  requireSame(
    "the version",
    checkpoint.version,
    checkpointVersion,
    "train again from the start, or use the version of the course that wrote it",
  );
  requireSame(
    "the engine",
    checkpoint.by,
    by,
    `use the ${checkpoint.by} engine, or train again from the start`,
  );
  requireKnown(checkpoint.settings);
  const settings = { ...trainDefaults, ...checkpoint.settings }; // options added later had their default
  for (const name of Object.keys(options) as (keyof Settings)[]) {
    const option = optionName(name);
    requireSame(option, settings[name], options[name], `leave ${option} out, or train again from the start`);
  }
  return settingsOf(settings);
}

/** An option of a later version would silently be ignored, and the result would be something else. */
function requireKnown(settings: Settings): void {
  const unknown = Object.keys(settings).find((name) => !Object.hasOwn(trainDefaults, name));
  if (unknown === undefined) return;
  throw new RangeError(
    `Cannot resume: this version does not know the checkpoint's option ${unknown}. ` +
      "Remedy: use the version of the course that wrote it, or train again from the start",
  );
}

/** Throws RangeError unless the simd engine has the checkpoint's binary. */
export function requireSameBinary({ backend }: Checkpoint, binary: string): void {
  requireSame(
    "the binary",
    backend,
    binary,
    `use the engine with ${optionName("binary")} "${backend}", or train again from the start`,
  );
}

/** Throws RangeError unless `corpus` is the corpus of the checkpoint. */
export function requireSameCorpus(checkpoint: Checkpoint, corpus: string): void {
  const [there, here] = [checkpoint.corpus, corpus].map(segmenterIn);
  const remedy =
    there === here
      ? "use the same text in the same order"
      : `use the Node or browser that has ${there}, which divides text into words`;
  requireSame("the corpus", checkpoint.corpus, corpus, `${remedy}, or train again from the start`);
}

/** What divided the text of a fingerprint, such as "ICU 78.2"; undefined if nothing had to. */
function segmenterIn(fingerprint: string): string | undefined {
  return fingerprint.split(", ")[4];
}

function requireSame(name: string, there: unknown, here: unknown, remedy: string): void {
  if (there === here) return;
  throw new RangeError(
    `Cannot resume as ${name} must be ${String(there)}, as in the checkpoint: current value is ${String(here)}. ` +
      `Remedy: ${remedy}`,
  );
}
