import { optionName } from "../base/index.ts";
import type { EncodedCorpus } from "../vocabulary/index.ts";
import type { Settings } from "./options.ts";

/** Throws RangeError unless the settings name the options with which the corpus was encoded: its words are fixed. */
export function requireMadeFor({ made }: EncodedCorpus, settings: Settings): void {
  for (const name of ["minCount", "maxVocab"] as const) {
    if (settings[name] === made[name]) continue;
    const option = optionName(name);
    throw new RangeError(
      `Cannot train as ${option} must be ${made[name]}, with which the corpus was encoded: current value is ${settings[name]}. ` +
        `Remedy: leave ${option} out, or encode the corpus again`,
    );
  }
}
