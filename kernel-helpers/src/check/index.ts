export { CheckFailed, describeFailure } from "./check-failed.ts";
export { compare, type Difference, describeValue } from "./compare.ts";
export type { AnyFunction, Exercise, KnownMistake } from "./exercise.ts";
export { type CheckResult, runExercise } from "./run-exercise.ts";
