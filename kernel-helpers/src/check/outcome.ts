import { isPromise } from "./describe-shape.ts";
import type { AnyFunction } from "./exercise.ts";
import { isInterrupt } from "./learners-error.ts";

/** What a function gave: its result, and its arguments afterwards, since it may have changed them. */
export type Outcome =
  | { readonly result: unknown; readonly values: readonly unknown[] }
  | { readonly error: unknown };

/** What `answer` gives for a copy of `values`. */
export function outcomeOf(answer: AnyFunction, values: readonly unknown[]): Outcome {
  const copies = structuredClone(values) as unknown[];
  try {
    const result = answer(...copies);
    if (isPromise(result)) result.then(undefined, () => undefined); // its failure is not a second message
    return { result, values: copies };
  } catch (error) {
    if (isInterrupt(error)) throw error;
    return { error };
  }
}
