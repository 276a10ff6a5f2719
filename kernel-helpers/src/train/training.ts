import type { Tensorflow } from "../backend/index.ts";
import type { Simd } from "../simd/index.ts";
import type { Training } from "./begun-training.ts";
import { type Checkpoint, resumedSettings } from "./checkpoint.ts";
import type { EngineName } from "./engine.ts";
import { type Settings, settingsOf, type TrainOptions } from "./options.ts";
import {
  engineOf,
  isStream,
  type PlannedTraining,
  planned,
  streamed,
  type TokenStream,
  type TrainingText,
  withMade,
} from "./planned-training.ts";
import { requireEngineOptions } from "./require-engine-options.ts";

export type { Training } from "./begun-training.ts";
export type { PlannedTraining, TokenStream, TrainingText } from "./planned-training.ts";

/**
 * Prepares the training of a Word2Vec model on sentences of tokens (Mikolov et al. 2013a, 2013b): counts the vocabulary
 * and creates the model. `by` says which engine trains: with TensorFlow.js, from `openBackend()`, the tensor engine, in batches;
 * with what `openSimd()` gave the simd engine, many times faster; without either the reference engine in float64, one example
 * at a time. The same seed gives the same vectors on the same machine, except with several threads. Throws
 * RangeError for an invalid option, when no word reaches `minCount`, and when no sentence gives an example: if that is seen
 * only at the end, because subsampling decides, iterating throws it. Warns if tokens are longer on average than words are.
 *
 * A text that does not fit in memory comes as an encoded corpus, which the caller closes, or as a stream, which is encoded
 * first, and then the result is a promise. Its sentences are not divided, so that the same sentences give the same vectors; the simd
 * engine alone divides sentences of more than 1,000 tokens, as word2vec.c does.
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
  const engine = engineOf(by);
  const settings = plannedSettings(withMade(options, text), { engine });
  return isStream(text) ? streamed(text, settings, by) : planned(text, settings, engine)(by);
}

/**
 * Continues from a checkpoint with the options that it was started with: on the same backend and machine every later
 * event and the vectors are, bit for bit, those of a training that never stopped (except rates and times). Options that
 * are given must match the checkpoint. Throws RangeError, with both values, when an option, the engine, the corpus or
 * the checkpoint's version differs.
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
  const engine = engineOf(by);
  const settings = plannedSettings(options, { from: checkpoint, engine });
  return isStream(text)
    ? streamed(text, settings, by, checkpoint)
    : planned(text, settings, engine, { from: checkpoint })(by);
}

/** What a planned training continues, and the engine that it will have. */
export interface PlanOptions {
  /** A checkpoint to continue from; none for a new training. */
  readonly from?: Checkpoint | undefined;
  /** The engine that will train. */
  readonly engine: EngineName;
}

/**
 * Does what `startTraining` and `resumeTraining` do before they need an engine, with the same errors: opening a backend
 * takes seconds, and a text or an option may be refused at once.
 *
 * @example
 * planTraining([["a", "b"]], { minCount: 1 }, { engine: "reference" })().vocabulary.words; // ["a", "b"]
 */
export function planTraining(
  text: TrainingText,
  options: TrainOptions,
  { from, engine }: PlanOptions,
): PlannedTraining {
  return planned(text, plannedSettings(withMade(options, text), { from, engine }), engine, { from });
}

/** The settings that a planned training will have, with the same errors: before a long text is read for it. */
export function plannedSettings(options: TrainOptions, { from, engine }: PlanOptions): Settings {
  const settings = from ? resumedSettings(from, options, engine) : settingsOf(options);
  requireEngineOptions(settings, engine);
  return settings;
}
