import { optionName } from "../base/index.ts";
import { longestSentence } from "../simd/index.ts";
import type { EarlierWords, EncodedCorpus } from "../vocabulary/index.ts";
import type { EngineName } from "./engine.ts";
import type { Settings } from "./options.ts";

/**
 * Throws RangeError unless the settings name the options with which the corpus was encoded, since its words are fixed, and
 * unless its sentences are short enough for the simd engine.
 */
export function requireMadeFor({ made }: EncodedCorpus, settings: Settings, engine: EngineName): void {
  const length = made.maxSentenceLength;
  if (engine === "simd" && !(length >= 1 && length <= longestSentence)) {
    throw new RangeError(
      `Cannot train on the simd engine as maxSentenceLength must be from 1 to ${longestSentence} where the corpus is encoded: ` +
        `current value is ${length}. Remedy: encode it again, or train on the engine tensor`,
    );
  }
  for (const name of ["minCount", "maxVocab"] as const) {
    if (settings[name] === made[name]) continue;
    const option = optionName(name);
    throw new RangeError(
      `Cannot train as ${option} must be ${made[name]}, with which the corpus was encoded: current value is ${settings[name]}. ` +
        `Remedy: leave ${option} out, or encode the corpus again`,
    );
  }
}

/** Throws RangeError unless the corpus begins with the words of the checkpoint that goes on with it, and counted on from theirs. */
export function requireWordsBefore(
  { vocabulary, earlier }: EncodedCorpus,
  { words, counts }: EarlierWords = { words: [], counts: [] },
): void {
  const begins = words.every((word, id) => vocabulary.words[id] === word && earlier[id] === counts[id]);
  if (begins && earlier.length === words.length) return;
  throw new RangeError(
    `Cannot go on with this corpus as it must begin with the ${words.length} earlier words of the checkpoint, with their counts: ` +
      `it has ${earlier.length} earlier words. Remedy: encode the text with the option earlier that wordsBefore gives`,
  );
}
