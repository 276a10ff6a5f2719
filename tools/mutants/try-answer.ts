import vm from "node:vm";
import {
  type AnyFunction,
  type CaseOptions,
  type CheckResult,
  type Exercise,
  runExercise,
} from "../../kernel-helpers/src/check/index.ts";
import { type AnswerCode, evaluate, type Scope } from "./answer.ts";

/** What became of an answer: the check's verdict, or why there is none. */
export type Verdict = CheckResult | "cannot run" | "never ends";

/** Judges an answer as its check cell does; one that takes longer than `limit` milliseconds never ends. */
export function tryAnswer(
  exercise: Exercise<AnyFunction>,
  code: AnswerCode,
  scope: Scope,
  { limit = 10_000, ...cases }: CaseOptions & { readonly limit?: number } = {},
): Verdict {
  let verdict: Verdict = "cannot run";
  const world = globalThis as { tryAnswer?: () => void };
  world.tryAnswer = () => {
    try {
      verdict = runExercise(exercise, evaluate(code, scope) as AnyFunction, cases);
    } catch {
      verdict = "cannot run"; // no syntax, or a name that does not exist, outside the function itself
    }
  };
  try {
    vm.runInThisContext("tryAnswer()", { timeout: Math.ceil(limit) }); // a script's time limit also ends what it calls
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_SCRIPT_EXECUTION_TIMEOUT") throw error;
    return "never ends";
  } finally {
    delete world.tryAnswer;
  }
  return verdict;
}
