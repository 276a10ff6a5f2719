export type { Checkpoint } from "./checkpoint.ts";
export { loadCheckpoint, saveCheckpoint } from "./checkpoint-files.ts";
export { decodeCheckpoint, encodeCheckpoint } from "./checkpoint-format.ts";
export type { Engine, EngineName, EngineState } from "./engine.ts";
export {
  type BatchSizeOptions,
  type BatchSpeed,
  findBatchSize,
  suggestBatchSize,
} from "./find-batch-size.ts";
export {
  findLearningRate,
  type LearningRateOptions,
  type RangePoint,
  suggestLearningRate,
} from "./find-learning-rate.ts";
export { type Settings, settingsOf, type TrainOptions, trainDefaults } from "./options.ts";
export { sentenceLimit } from "./planned-training.ts";
export type { Position } from "./position.ts";
export { endLine, progressLine, type TrainingProgress } from "./progress.ts";
export { SmallTraining, type SmallTrainingOptions } from "./small-training.ts";
export type { LoopState } from "./train-loop.ts";
export {
  type PlannedTraining,
  type PlanOptions,
  plannedSettings,
  planTraining,
  resumeTraining,
  startTraining,
  type TokenStream,
  type Training,
  type TrainingText,
} from "./training.ts";
