export { type CaseOptions, casesOf } from "./cases-of.ts";
export { CheckFailed, describeFailure } from "./check-failed.ts";
export { compare, type Difference, type DifferenceKind, type Nearness } from "./compare.ts";
export { describeValue } from "./describe-value.ts";
export type { AnyFunction, BrokenManner, Exercise, KnownMistake, Manner, Slip } from "./exercise.ts";
export { type CheckResult, runExercise } from "./run-exercise.ts";
export { slips } from "./slip-of.ts";
