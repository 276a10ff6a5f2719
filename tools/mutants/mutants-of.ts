import type { AnyFunction, Exercise } from "../../kernel-helpers/src/check/index.ts";
import { mutated, mutationsOf } from "../mutate/mutations.ts";
import { shortened } from "../mutate/shortened.ts";
import type { AnswerCode, Scope } from "./answer.ts";
import { LEARNERS_RULES } from "./rules.ts";
import { tryAnswer } from "./try-answer.ts";

/** A right answer to an exercise. */
export interface Subject {
  readonly exercise: Exercise<AnyFunction>;
  readonly code: AnswerCode;
}

/** What a check said of the mutants of one right answer. */
export interface MutantRun {
  readonly id: string;
  /** Mutants tried. */
  readonly tried: number;
  /** Mutants that the check accepts, in one line each. */
  readonly survivors: readonly string[];
}

/** Changes a right answer in one place at a time and lists the changes that its check accepts. Throws if the answer is wrong. */
export function tryMutants({ exercise, code }: Subject, scope: Scope): MutantRun {
  const start = performance.now();
  const right = tryAnswer(exercise, code, scope);
  if (typeof right === "string" || !right.passed) {
    const problem = typeof right === "string" ? right : right.problem;
    throw new Error(`Cannot try mutants of ${exercise.id} as its answer is wrong: ${problem}`);
  }
  const limit = 5 * (performance.now() - start) + 2000; // ms; a busy machine needs them
  const mutations = mutationsOf("answer.ts", code.code, LEARNERS_RULES);
  const survivors = mutations.filter((mutation) => {
    const verdict = tryAnswer(exercise, { ...code, code: mutated(code.code, mutation) }, scope, { limit });
    return typeof verdict !== "string" && verdict.passed;
  });
  return {
    id: exercise.id,
    tried: mutations.length,
    survivors: survivors.map(({ was, now }) => `${shortened(was)} → ${shortened(now)}`),
  };
}
