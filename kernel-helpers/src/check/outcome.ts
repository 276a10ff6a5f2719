import { isPromise } from "./describe-shape.ts";
import type { AnyFunction } from "./exercise.ts";
import { isInterrupt } from "./learners-error.ts";
import { type Memory, memoryOf } from "./shared-memory.ts";

/** What a function gave: its result, and its arguments afterwards, since it may have changed them. */
export type Outcome =
  | {
      readonly result: unknown;
      readonly values: readonly unknown[];
      /** The memory of each argument before the call: whoever holds the argument sees this. */
      readonly before: readonly Memory[];
    }
  | { readonly error: unknown };

/** Kept at load: a cell may replace it. */
const clone = structuredClone;

/** What `answer` gives for a copy of `values`. */
export function outcomeOf(answer: AnyFunction, values: readonly unknown[]): Outcome {
  const copies = clone(values) as unknown[];
  const before = copies.map(memoryOf);
  try {
    const result = answer(...copies);
    ignoreFailure(result);
    return { result, values: copies, before };
  } catch (error) {
    if (isInterrupt(error)) throw error;
    return { error };
  }
}

/** The failure of a promise that a learner's function gives is not a second message. */
function ignoreFailure(result: unknown): void {
  try {
    if (isPromise(result)) result.then(undefined, () => undefined);
  } catch {
    // its `then` throws
  }
}
