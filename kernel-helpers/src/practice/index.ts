export { type AnswerTo, type ExerciseId, exercises } from "./exercises.ts";
