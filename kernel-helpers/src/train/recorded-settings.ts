import { type Checkpoint, checkpointVersion } from "./checkpoint.ts";
import type { EngineName } from "./engine.ts";
import { type Settings, trainDefaults } from "./options.ts";

/**
 * All settings of a checkpoint, if this version and the engine `by` can go on from it. Throws RangeError, naming both values, for
 * another version, another engine, or an option that is not known. `action` begins the message: "Cannot resume".
 */
export function recordedSettings(action: string, checkpoint: Checkpoint, by: EngineName): Settings {
  requireSame(
    action,
    "the version",
    checkpoint.version,
    checkpointVersion,
    "train again from the start, or use the version of the course that wrote it",
  );
  requireSame(
    action,
    "the engine",
    checkpoint.by,
    by,
    `use the ${checkpoint.by} engine, or train again from the start`,
  );
  requireKnown(action, checkpoint.settings);
  return { ...trainDefaults, ...checkpoint.settings }; // options added later had their default
}

/** An option of a later version would silently be ignored, and the result would be something else. */
function requireKnown(action: string, settings: Settings): void {
  const unknown = Object.keys(settings).find((name) => !Object.hasOwn(trainDefaults, name));
  if (unknown === undefined) return;
  throw new RangeError(
    `${action}: this version does not know the checkpoint's option ${unknown}. ` +
      "Remedy: use the version of the course that wrote it, or train again from the start",
  );
}

/** Throws RangeError unless both values are the same. */
export function requireSame(
  action: string,
  name: string,
  there: unknown,
  here: unknown,
  remedy: string,
): void {
  if (there === here) return;
  throw new RangeError(
    `${action} as ${name} must be ${String(there)}, as in the checkpoint: current value is ${String(here)}. ` +
      `Remedy: ${remedy}`,
  );
}
