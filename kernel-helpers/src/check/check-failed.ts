import type { CheckResult } from "./run-exercise.ts";

/** Thrown by a check cell whose function is not right yet; the message says everything that the learner needs. */
export class CheckFailed extends Error {
  /** What a notebook shows before the message. */
  override readonly name = "CheckFailed";
  readonly #result: CheckResult; // private, so that printing the error prints its message alone

  constructor(result: CheckResult, hint: string) {
    super(describeFailure(result, hint));
    this.#result = result;
    this.stack = `${this.name}: ${this.message}`; // frames would lead the learner into our code
  }

  /** The verdict that the message tells. */
  get result(): CheckResult {
    return this.#result;
  }
}

/** The failure in words: which exercise, wanted, got, where, with what, a question, and how to get the case. */
export function describeFailure(result: CheckResult, hint: string): string {
  const { id, problem = "", failing = 1 } = result;
  const name = result.knownMistake ?? result.slip;
  return [
    `${id} is not right yet${name === undefined ? "" : ` [${name}]`}`,
    problem,
    `Hint: ${result.hint ?? hint}`,
    "This case, to paste:",
    '  import { checkCase } from "kernel-helpers";',
    `  const failing = checkCase("${id}", ${failing});`,
  ].join("\n  ");
}
