import { optionName } from "../base/index.ts";
import type { Checkpoint } from "./checkpoint.ts";
import type { EngineName } from "./engine.ts";
import { type Settings, settingsOf, type TrainOptions, trainDefaults } from "./options.ts";
import { recordedSettings, requireSame } from "./recorded-settings.ts";
import { requireKnownOptions } from "./require-known-options.ts";

/**
 * The settings of a checkpoint, if a training by the engine `by` with `options` may continue from it. Throws
 * RangeError, naming both values, for another version, another engine, or an option that differs or is unknown.
 */
export function resumedSettings(checkpoint: Checkpoint, options: TrainOptions, by: EngineName): Settings {
  const settings = recordedSettings("Cannot resume", checkpoint, by);
  requireKnownOptions(options, Object.keys(trainDefaults));
  for (const name of Object.keys(options) as (keyof Settings)[]) {
    const option = optionName(name);
    requireSame(
      "Cannot resume",
      option,
      settings[name],
      options[name],
      `leave ${option} out, or train again from the start`,
    );
  }
  return settingsOf(settings);
}

/** Throws RangeError unless the simd engine has the checkpoint's binary. */
export function requireSameBinary({ backend }: Checkpoint, binary: string): void {
  requireSame(
    "Cannot resume",
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
  requireSame(
    "Cannot resume",
    "the corpus",
    checkpoint.corpus,
    corpus,
    `${remedy}, or train again from the start`,
  );
}

/** What divided the text of a fingerprint, such as "ICU 78.2"; undefined if nothing had to. */
function segmenterIn(fingerprint: string): string | undefined {
  return fingerprint.split(", ")[4];
}
