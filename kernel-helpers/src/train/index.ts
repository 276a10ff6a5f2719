export type { Checkpoint, TrainedWords } from "./checkpoint.ts";
export { loadCheckpoint, saveCheckpoint } from "./checkpoint-files.ts";
export { decodeCheckpoint, encodeCheckpoint } from "./checkpoint-format.ts";
export { wordsBefore } from "./continued-settings.ts";
export type { Engine, EngineName, EngineState } from "./engine.ts";
export {
  type BatchSizeOptions,
  type BatchSpeed,
  findBatchSize,
  suggestBatchSize,
} from "./find-batch-size.ts";
export {
  findLearningRate,
  suggestLearningRate,
} from "./find-learning-rate.ts";
export { type Settings, settingsOf, type TrainOptions, trainDefaults } from "./options.ts";
export type { PlannedTraining } from "./planned-training.ts";
export type { Position } from "./position.ts";
export { endLine, percentDone, progressLine, type TrainingProgress } from "./progress.ts";
export {
  type LearningRateOptions,
  type LearningRates,
  learningRates,
  type RangePoint,
  rangeTest,
} from "./range-test.ts";
export { SmallTraining, type SmallTrainingOptions } from "./small-training.ts";
export type { LoopState } from "./train-loop.ts";
export {
  continueTraining,
  type PlanOptions,
  plannedSettings,
  planTraining,
  resumeTraining,
  startTraining,
} from "./training.ts";
export type { Training } from "./training-by.ts";
export { sentenceLimit, type TokenStream, type TrainingText } from "./training-text.ts";
