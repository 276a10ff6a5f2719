import { compare } from "./compare.ts";
import type { Trial } from "./trial.ts";

/**
 * A question for a slip that can happen in any exercise: the function is not written yet or throws, a `return` is
 * missing, or an argument was changed that the right answer leaves alone. Undefined for any other mistake.
 */
export function slipHint({ values, wanted, got, difference }: Trial): string | undefined {
  if ("error" in got) {
    if ("error" in wanted) return undefined;
    return /^TODO\b/.test(messageOf(got.error))
      ? "Which function does the TODO name? What will you put in its place?"
      : "Which line does this message come from? Does each function that you call work by itself?";
  }
  if ("error" in wanted) return undefined;
  if (got.result === undefined && wanted.result !== undefined) {
    return "Your function gave nothing. Does every way through it end in `return`?";
  }
  const mustNotChange = compare(values, wanted.values, 0) === undefined;
  if (mustNotChange && compare(values, got.values, 0) !== undefined && difference !== undefined) {
    return "Something that you were given is different after the call. Which of your lines writes into it?";
  }
  return undefined;
}

/** The text of whatever was thrown. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
