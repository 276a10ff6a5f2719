import type { Tensorflow } from "../backend/index.ts";
import type { Simd } from "../simd/index.ts";
import type { Checkpoint } from "./checkpoint.ts";
import { continuedSettings } from "./continued-settings.ts";
import type { EngineName } from "./engine.ts";
import { type Settings, settingsOf, type TrainOptions } from "./options.ts";
import { type PlannedTraining, planned, streamed } from "./planned-training.ts";
import { requireEngineOptions } from "./require-engine-options.ts";
import { requireText } from "./require-sentences.ts";
import { resumedSettings } from "./resumed-settings.ts";
import type { Training } from "./training-by.ts";
import { engineOf, isStream, type TokenStream, type TrainingText, withMade } from "./training-text.ts";

/**
 * Prepares the training of a Word2Vec model on sentences of tokens (Mikolov et al. 2013a, 2013b): counts the vocabulary
 * and creates the model. `by` says which engine trains: with TensorFlow.js, from `openBackend()`, the tensor engine, in batches;
 * with what `openSimd()` gave the simd engine, many times faster; without either the reference engine in float64, one example
 * at a time. The same seed gives the same vectors on the same machine, except with several threads. Throws RangeError for an
 * invalid option, for sentences that are no arrays of strings, when no word reaches `minCount`, and when no sentence gives an example:
 * if that is seen only at the end, because subsampling decides, iterating throws it. Warns of tokens that are longer than words are.
 *
 * A text that does not fit in memory comes as an encoded corpus, which the caller closes, or as a stream, which is encoded first,
 * and then the result is a promise. The simd engine divides sentences of more than 1,000 tokens, as word2vec.c does; no other does.
 */
export function startTraining(text: TrainingText, options?: TrainOptions, by?: Tensorflow | Simd): Training;
export function startTraining(
  text: TokenStream,
  options?: TrainOptions,
  by?: Tensorflow | Simd,
): Promise<Training>;
export function startTraining(
  text: TrainingText | TokenStream,
  options: TrainOptions = {},
  by?: Tensorflow | Simd,
): Training | Promise<Training> {
  return begun(text, options, by);
}

/**
 * Continues from a checkpoint with the options that it was started with: on the same backend and machine every later event and the
 * vectors are, bit for bit, those of a training that never stopped (except rates and times). Options that are given must match the
 * checkpoint. Throws RangeError, with both values, when an option, the engine, the corpus or the checkpoint's version differs.
 */
export function resumeTraining(
  checkpoint: Checkpoint,
  text: TrainingText,
  options?: TrainOptions,
  by?: Tensorflow | Simd,
): Training;
export function resumeTraining(
  checkpoint: Checkpoint,
  text: TokenStream,
  options?: TrainOptions,
  by?: Tensorflow | Simd,
): Promise<Training>;
export function resumeTraining(
  checkpoint: Checkpoint,
  text: TrainingText | TokenStream,
  options: TrainOptions = {},
  by?: Tensorflow | Simd,
): Training | Promise<Training> {
  return begun(text, options, by, { from: checkpoint });
}

/**
 * Goes on with the model of a checkpoint on more text, with new sentences and new words: `startTraining` with words and vectors
 * that are there already. The text's words add to the checkpoint's counts, as with gensim's `build_vocab(update=True)`: the
 * old words keep their rows, however rare they are in this text, and words that occur `minCount` times in it follow, by falling
 * count, each with the row that a new model of this seed would have there. Subsampling and noise use the counts of both texts.
 * Every option has the checkpoint's value unless it is given, except `maxVocab` (0), which counts all words; `architecture`,
 * `vectorSize`, `hs`, `cbowMean`, `cCompat`, `optimizer`, `tokenizer` and whether `negative` is 0 are fixed. What an optimiser
 * remembers stays and is 0 for new words. Its own checkpoints are resumed with the new text alone.
 *
 * An encoded corpus must have been encoded with the option `earlier: checkpoint.vocabulary`. Throws RangeError for it otherwise,
 * for a checkpoint of another engine, of hierarchical softmax, or from before checkpoints had words, and as `startTraining` does.
 *
 * @example
 * startTraining([["a", "b"]], { minCount: 1 }).checkpoint().then((earlier) => continueTraining(earlier, [["b", "c"]]).vocabulary.words); // ["a", "b", "c"]
 */
export function continueTraining(
  checkpoint: Checkpoint,
  text: TrainingText,
  options?: TrainOptions,
  by?: Tensorflow | Simd,
): Training;
export function continueTraining(
  checkpoint: Checkpoint,
  text: TokenStream,
  options?: TrainOptions,
  by?: Tensorflow | Simd,
): Promise<Training>;
export function continueTraining(
  checkpoint: Checkpoint,
  text: TrainingText | TokenStream,
  options: TrainOptions = {},
  by?: Tensorflow | Simd,
): Training | Promise<Training> {
  return begun(text, options, by, { earlier: checkpoint });
}

/** A training of a text, at once or when its stream has been encoded. */
function begun(
  text: TrainingText | TokenStream,
  options: TrainOptions,
  by: Tensorflow | Simd | undefined,
  going: Pick<PlanOptions, "from" | "earlier"> = {},
): Training | Promise<Training> {
  requireText(text);
  const engine = engineOf(by);
  const settings = plannedSettings(going.from ? options : withMade(options, text), { ...going, engine });
  return isStream(text) ? streamed(text, settings, by, going) : planned(text, settings, engine, going)(by);
}

/** What a planned training continues, and the engine that it will have. */
export interface PlanOptions {
  /** A checkpoint to resume, at most one of the two; none for a new training. */
  readonly from?: Checkpoint | undefined;
  /** A checkpoint whose model goes on with this text. */
  readonly earlier?: Checkpoint | undefined;
  /** The engine that will train. */
  readonly engine: EngineName;
}

/**
 * What the three functions above do before they need an engine, with the same errors: opening a backend takes seconds, and a text
 * or an option may be refused at once.
 *
 * @example
 * planTraining([["a", "b"]], { minCount: 1 }, { engine: "reference" })().vocabulary.words; // ["a", "b"]
 */
export function planTraining(
  text: TrainingText,
  options: TrainOptions,
  { from, earlier, engine }: PlanOptions,
): PlannedTraining {
  requireText(text);
  const settings = plannedSettings(withMade(options, text), { from, earlier, engine });
  return planned(text, settings, engine, { from, earlier });
}

/** The settings that a planned training will have, with the same errors: before a long text is read for it. */
export function plannedSettings(options: TrainOptions, { from, earlier, engine }: PlanOptions): Settings {
  const settings = from
    ? resumedSettings(from, options, engine)
    : earlier
      ? continuedSettings(earlier, options, engine)
      : settingsOf(options);
  requireEngineOptions(settings, engine, from ? {} : options); // those of a checkpoint are its own already
  return settings;
}
