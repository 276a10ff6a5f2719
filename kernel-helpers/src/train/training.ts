import type { Tensorflow } from "../backend/index.ts";
import { isSimd, longestSentence, type Simd } from "../simd/index.ts";
import { warnOfLongTokens } from "../tokens/index.ts";
import { corpusEncoder } from "../vocabulary/index.ts";
import { begunRounds, begunTraining, type Training } from "./begun-training.ts";
import { type Checkpoint, requireSameBinary, requireSameCorpus, resumedSettings } from "./checkpoint.ts";
import type { EngineName } from "./engine.ts";
import { encodedFingerprint, fingerprint } from "./fingerprint.ts";
import { noExamples } from "./no-examples.ts";
import { numbered } from "./numbered.ts";
import { type Settings, settingsOf, type TrainOptions } from "./options.ts";
import { requireEngineOptions } from "./require-engine-options.ts";
import { requireFitting } from "./require-fitting.ts";

export type { Training } from "./begun-training.ts";

/**
 * Prepares the training of a Word2Vec model on sentences of tokens (Mikolov et al. 2013a, 2013b): counts the vocabulary
 * and creates the model. `by` says which engine trains: with TensorFlow.js, from `openBackend()`, the tensor engine, in batches;
 * with the simd engine, from `openSimd()`, that one, many times faster; without either, the reference engine in float64, one
 * example at a time. The same seed gives the same vectors on the same machine, except with several threads. Throws
 * RangeError for an invalid option, when no word reaches `minCount`, and when no sentence gives an example: if that is seen
 * only at the end, because subsampling decides, iterating throws it. Warns if tokens are longer on average than words are.
 */
export function startTraining(
  sentences: readonly (readonly string[])[],
  options: TrainOptions = {},
  by?: Tensorflow | Simd,
): Training {
  return planned(sentences, settingsOf(options), nameOf(by))(by);
}

/**
 * Continues from a checkpoint with the options that it was started with: on the same backend and machine every later
 * event and the vectors are, bit for bit, those of a training that never stopped (except rates and times). Options that
 * are given must match the checkpoint. Throws RangeError, with both values, when an option, the engine, the corpus or
 * the checkpoint's version differs.
 */
export function resumeTraining(
  checkpoint: Checkpoint,
  sentences: readonly (readonly string[])[],
  options: TrainOptions = {},
  by?: Tensorflow | Simd,
): Training {
  const settings = resumedSettings(checkpoint, options, nameOf(by));
  return planned(sentences, settings, nameOf(by), checkpoint)(by);
}

/** A training whose corpus and options are accepted; the engines tensor and simd need what `openBackend` or `openSimd` gave. */
export type PlannedTraining = (by?: Tensorflow | Simd) => Training;

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
  sentences: readonly (readonly string[])[],
  options: TrainOptions,
  { from, engine }: PlanOptions,
): PlannedTraining {
  return from
    ? planned(sentences, resumedSettings(from, options, engine), engine, from)
    : planned(sentences, settingsOf(options), engine);
}

function planned(
  sentences: readonly (readonly string[])[],
  settings: Settings,
  engine: EngineName,
  from?: Checkpoint,
): PlannedTraining {
  requireEngineOptions(settings, engine);
  if (!from) warnOfLongTokens(sentences); // before an error about words that are rare because they are sentences
  if (engine === "simd") return plannedRounds(sentences, settings, from);
  const { vocabulary, ids } = numbered(sentences, settings);
  if (ids.length === 0) throw noExamples(sentences.length);
  if (from) {
    requireSameCorpus(from, fingerprint(vocabulary, ids, settings.tokenizer));
    requireFitting(from, { words: vocabulary.words.length, sentences: ids.length, settings });
  }
  return (tf) => begunTraining({ vocabulary, ids }, settings, tf as Tensorflow | undefined, from);
}

function plannedRounds(
  sentences: readonly (readonly string[])[],
  settings: Settings,
  from?: Checkpoint,
): PlannedTraining {
  const encoder = corpusEncoder({ ...settings, maxSentenceLength: longestSentence });
  for (const tokens of sentences) encoder.add(tokens);
  const corpus = encoder.finish();
  if (corpus.sentences === 0) throw noExamples(sentences.length);
  if (from) {
    requireSameCorpus(from, encodedFingerprint(corpus, settings.tokenizer));
    requireFitting(from, { words: corpus.vocabulary.words.length, sentences: corpus.sentences, settings });
  }
  return (by) => {
    const simd = by as Simd;
    if (from) requireSameBinary(from, simd.binary);
    return begunRounds(corpus, settings, simd, from);
  };
}

function nameOf(by: Tensorflow | Simd | undefined): EngineName {
  if (by === undefined) return "reference";
  return isSimd(by) ? "simd" : "tensor";
}
