export { type AnswerTo, type ExerciseId, exercises } from "./exercises.ts";
export {
  type BatchOutcome,
  onTables,
  type PlainBatchStep,
  type TensorBatchStep,
} from "./on-tables.ts";
