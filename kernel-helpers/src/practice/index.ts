export {
  type BatchOutcome,
  onTables,
  type PlainBatchStep,
  type TensorBatchStep,
} from "./10-batches-and-gpu/on-tables.ts";
export { checkCase, exerciseOf } from "./check-case.ts";
export { type AnswerTo, type ExerciseId, exercises } from "./exercises.ts";
export { type ListedExercise, type ProgressLine, progressList, progressReport } from "./progress-list.ts";
