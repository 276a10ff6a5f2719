import { optionName } from "../base/index.ts";
import type { EarlierWords } from "../vocabulary/index.ts";
import type { Checkpoint } from "./checkpoint.ts";
import type { EngineName } from "./engine.ts";
import { type Settings, settingsOf, type TrainOptions } from "./options.ts";
import { recordedSettings, requireSame } from "./recorded-settings.ts";

const ACTION = "Cannot go on with more text";

/** The options that decide what the tables mean. */
const FIXED = ["architecture", "vectorSize", "hs", "cbowMean", "cCompat", "optimizer", "tokenizer"] as const;

/**
 * The settings with which the model of a checkpoint goes on with more text: those of the checkpoint, and in place of them the
 * options that are given; `maxVocab` is 0 unless it is given. Throws RangeError for a checkpoint of another version or engine,
 * without words, or with hierarchical softmax, and for an option that would change what its tables mean.
 */
export function continuedSettings(earlier: Checkpoint, options: TrainOptions, by: EngineName): Settings {
  const recorded = recordedSettings(ACTION, earlier, by);
  requireWords(earlier);
  requireNoTree(recorded);
  for (const name of FIXED) {
    if (!Object.hasOwn(options, name)) continue;
    requireSame(ACTION, optionName(name), recorded[name], options[name], `leave ${optionName(name)} out`);
  }
  const { negative = recorded.negative } = options;
  if ((negative === 0) !== (recorded.negative === 0)) {
    const there = recorded.negative === 0 ? "0" : ">= 1";
    requireSame(ACTION, optionName("negative"), there, negative, `leave ${optionName("negative")} out`);
  }
  return settingsOf({ ...recorded, maxVocab: 0, ...options });
}

/** The words that come first in a text with which a training of `from` or `earlier` goes on; undefined if there are none. */
export function wordsBefore({
  from,
  earlier,
}: {
  /** A checkpoint to resume. */
  readonly from?: Checkpoint | undefined;
  /** A checkpoint whose model goes on with another text. */
  readonly earlier?: Checkpoint | undefined;
}): EarlierWords | undefined {
  if (earlier) return earlier.vocabulary;
  const { words, earlier: counts } = from?.vocabulary ?? { words: [], earlier: [] };
  return counts.length === 0 ? undefined : { words: words.slice(0, counts.length), counts };
}

function requireWords({ vocabulary }: Checkpoint): void {
  if (vocabulary) return;
  throw new RangeError(
    `${ACTION}: the checkpoint has no words, as an older version of the course wrote it. ` +
      "Remedy: resume it once with its own text and save the checkpoint again, which adds them",
  );
}

/** gensim keeps the rows of the nodes and makes a new tree of the new counts, in which they stand for other words. */
function requireNoTree({ hs }: Settings): void {
  if (!hs) return;
  throw new RangeError(
    `${ACTION} as ${optionName("hs")} must be false: current value is true. The rows of its output table are nodes of a tree, ` +
      "and new counts make another tree. Remedy: train both texts together from the start, or train with negative sampling",
  );
}
