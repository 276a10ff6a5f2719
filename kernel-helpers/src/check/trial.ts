import { compare, type Difference, describeValue } from "./compare.ts";
import type { AnyFunction, Exercise } from "./exercise.ts";

/** What a function gave: its result, and its arguments afterwards, since it may have changed them. */
export type Outcome =
  | { readonly result: unknown; readonly values: readonly unknown[] }
  | { readonly error: unknown };

/** One instance of an exercise: what went in, what should come out, and what came out. */
export interface Trial {
  /** The arguments before any call. */
  readonly values: readonly unknown[];
  /** What the right answer gives. */
  readonly wanted: Outcome;
  /** What the learner's function gives. */
  readonly got: Outcome;
  /** Where the two differ first; undefined when they do not. */
  readonly difference: Difference | undefined;
}

/** Calls the right answer and the learner's function, each on a copy of the arguments. */
export function tryOut(
  exercise: Exercise<AnyFunction>,
  answer: AnyFunction,
  values: readonly unknown[],
): Trial {
  const wanted = outcomeOf(exercise.expected, values);
  const got = outcomeOf(answer, values);
  return { values, wanted, got, difference: differs(wanted, got, exercise) };
}

/** What `answer` gives for a copy of `values`. */
export function outcomeOf(answer: AnyFunction, values: readonly unknown[]): Outcome {
  const copies = structuredClone(values) as unknown[];
  try {
    return { result: answer(...copies), values: copies };
  } catch (error) {
    return { error };
  }
}

/** The first difference of results, then of arguments. Where an error is wanted, any error will do. */
export function differs(
  wanted: Outcome,
  got: Outcome,
  { tolerance, parameters }: Exercise<AnyFunction>,
): Difference | undefined {
  if ("error" in wanted || "error" in got) {
    if ("error" in wanted && "error" in got) return undefined;
    return { where: "result", wanted: describeOutcome(wanted), got: describeOutcome(got) };
  }
  const inResult = compare(wanted.result, got.result, tolerance);
  if (inResult) return inResult;
  for (const [i, value] of wanted.values.entries()) {
    const where = `${parameters[i] ?? `argument ${i + 1}`} (after the call)`;
    const inArgument = compare(value, got.values[i], tolerance, where);
    if (inArgument) return inArgument;
  }
  return undefined;
}

function describeOutcome(outcome: Outcome): string {
  return "error" in outcome ? "an error" : describeValue(outcome.result);
}
