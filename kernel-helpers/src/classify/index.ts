export { type BootstrapOptions, bootstrapInterval, type Interval, quantile } from "./bootstrap.ts";
export {
  brierScore,
  calibrationError,
  meanLogLoss,
  type ReliabilityBin,
  reliability,
} from "./calibration.ts";
export {
  type ClassFound,
  type ClassificationScores,
  classificationScores,
  type FoundScores,
} from "./class-scores.ts";
export { requireClassifierFolder } from "./classifier-folder.ts";
export { confusionMatrix } from "./confusion-matrix.ts";
export type { Features } from "./features.ts";
export { findTuningRate, type TuningRateOptions } from "./find-tuning-rate.ts";
export { cohensKappa, type KappaOptions } from "./kappa.ts";
export { labelBudget } from "./label-budget.ts";
export {
  classProbabilities,
  classScores,
  type LinearClassifier,
  likeliestClasses,
} from "./linear-classifier.ts";
export { fitLogisticRegression, type LogisticRegressionOptions } from "./logistic-regression.ts";
export { meanInterval } from "./mean-interval.ts";
export {
  type CommonComponent,
  fitCommonComponent,
  meanVectors,
  sifWeights,
  withoutComponent,
} from "./mean-vectors.ts";
export { fitNaiveBayes, type NaiveBayesOptions } from "./naive-bayes.ts";
export { type NetworkGradients, networkGradients, type TextBatch } from "./network-gradients.ts";
export { type PaddedIds, type PaddedOptions, paddedIds } from "./padded-ids.ts";
export { type FittingPart, type Part, type PartName, requireFitting, type Split } from "./part.ts";
export { prototypeScores } from "./prototypes.ts";
export { raterCeiling } from "./rater-ceiling.ts";
export { averagePrecision, type RocPoint, rocArea, rocCurve } from "./roc-curve.ts";
export { loadClassifier, saveClassifier } from "./saved-classifier.ts";
export { type Rung, type RungOptions, type SearchMethod, searchRungs } from "./search-rungs.ts";
export {
  bestTrial,
  type SearchOptions,
  type SearchTask,
  searchTunings,
  type TrialResult,
  trialNetwork,
} from "./search-tunings.ts";
export type { SparseRows } from "./sparse-rows.ts";
export { type SplitOptions, splitExamples } from "./split-examples.ts";
export { fitTerms, type TermOptions, type Terms, termCounts, tfIdf } from "./terms.ts";
export {
  type Classified,
  type ClassifierParts,
  classifyTexts,
  type ModelCard,
  type TextClassifier,
  textClassifier,
} from "./text-classifier.ts";
export {
  type LowRankDelta,
  networkScores,
  pooledTexts,
  type TextNetwork,
  type TextNetworkOptions,
  type Tuning,
  textNetwork,
  tunedNumbers,
  tunedTable,
} from "./text-network.ts";
export { drawTrial, type TrialSettings, type TrialSpace } from "./trial-settings.ts";
export {
  type PartScores,
  partScores,
  type TuningOptions,
  type TuningProgress,
  tuneNetwork,
} from "./tune-network.ts";
