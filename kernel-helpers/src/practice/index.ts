export {
  type BatchOutcome,
  onTables,
  type PlainBatchStep,
  type TensorBatchStep,
} from "./10-batches-and-gpu/on-tables.ts";
export type { LabelledCorpus, Study, StudyReport } from "./13-sentiment/index.ts";
export { checkCase, exerciseOf } from "./check-case.ts";
export { type AnswerTo, type ExerciseId, exercises } from "./exercises.ts";
export {
  type CourseParts,
  type ListedExercise,
  type ProgressLine,
  progressList,
  progressReport,
} from "./progress-list.ts";
export type { Choice, Question } from "./question.ts";
export { loadQuestions, type QuestionId, questionOf } from "./questions.ts";
export { type QuizTally, quizTallies } from "./quiz-tallies.ts";
