import { kernelHost } from "../host/index.ts";
import { compare } from "./compare.ts";
import { describeCase } from "./describe-case.ts";
import type { AnyFunction, Exercise } from "./exercise.ts";
import { type Fault, faultOf, type Judged, memoryFaultOf } from "./fault.ts";
import { type Outcome, outcomeOf } from "./outcome.ts";
import { memoryOf } from "./shared-memory.ts";

/** One case of an exercise: what went in, what should come out, and what came out. */
export interface Trial {
  /** The arguments before any call. */
  readonly values: readonly unknown[];
  /** What the right answer gives. */
  readonly wanted: Outcome;
  /** What the learner's function gives. */
  readonly got: Outcome;
  /** What is wrong first; undefined when nothing is. */
  readonly fault: Fault | undefined;
}

/**
 * Calls the right answer and the learner's function with each case, each time on a copy of the arguments. The kernel hears
 * which case it is, so that it can name the one at which the user stops an endless loop.
 */
export function tryCases(
  exercise: Exercise<AnyFunction>,
  answer: AnyFunction,
  cases: readonly (readonly unknown[])[],
): { readonly trials: readonly Trial[]; readonly judged: Judged } {
  const { id, parameters, tolerance, floor = 1 } = exercise;
  const wanted = cases.map((values) => outcomeOf(exercise.expected, values));
  const judged = { parameters, tolerance, floor, inPlace: changedArguments(cases, wanted) };
  const earlier = new Set<object>();
  const host = kernelHost();
  const trials = cases.map((values, at): Trial => {
    host?.during?.(`case ${at + 1} of ${id} was tried, with ${describeCase(parameters, values)}`);
    const got = outcomeOf(answer, values);
    const right = wanted[at] as Outcome;
    const fault = faultOf(values, right, got, judged) ?? memoryFaultOf(got, judged, earlier);
    if (fault === undefined && "result" in got) memoryOf(got.result, earlier);
    return { values, wanted: right, got, fault };
  });
  host?.during?.(undefined);
  return { trials, judged };
}

/** The arguments that the right answer changes in one case or more. */
function changedArguments(
  cases: readonly (readonly unknown[])[],
  wanted: readonly Outcome[],
): ReadonlySet<number> {
  const changed = wanted.flatMap((outcome, at) =>
    "error" in outcome
      ? []
      : outcome.values.flatMap((value, i) =>
          compare(cases[at]?.[i], value, { tolerance: 0 }) === undefined ? [] : [i],
        ),
  );
  return new Set(changed);
}
