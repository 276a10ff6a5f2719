import { kernelHost } from "../host/index.ts";
import { compare } from "./compare.ts";
import { describeCase } from "./describe-case.ts";
import type { AnyFunction, Exercise } from "./exercise.ts";
import { type Fault, faultOf, type Judged, memoryFaultOf } from "./fault.ts";
import { FRAMES } from "./learners-error.ts";
import { type Outcome, outcomeOf } from "./outcome.ts";
import { addMemory, noMemory } from "./shared-memory.ts";

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
  const earlier = noMemory();
  const host = kernelHost();
  const engine = Error as object as { stackTraceLimit?: number }; // V8's; others have none
  const limit = engine.stackTraceLimit;
  engine.stackTraceLimit = FRAMES;
  const trials = cases.map((values, at): Trial => {
    host?.during?.(`case ${at + 1} of ${id} was tried, with ${describeCase(parameters, values)}`);
    const got = outcomeOf(answer, values);
    const right = wanted[at] as Outcome;
    const fault =
      faultOf(values, right, got, judged) ??
      memoryFaultOf(right, got, judged, earlier) ??
      mannerFaultOf(exercise, got);
    if (fault === undefined && "result" in got) addMemory(earlier, got.result);
    return { values, wanted: right, got, fault };
  });
  if (limit !== undefined) engine.stackTraceLimit = limit;
  host?.during?.(undefined);
  return { trials: isStill(trials) ? trials : trials.map(withoutStillness), judged };
}

/** Whether the learner's function never changes an argument. */
function isStill(trials: readonly Trial[]): boolean {
  const exact = { tolerance: 0 };
  return trials.every(({ values, got }) => {
    try {
      return "error" in got || compare(values, got.values, exact) === undefined;
    } catch {
      return true; // an argument cannot be read any more
    }
  });
}

/** A function that changes its arguments in some cases only leaves them alone in the others for a reason of its own. */
function withoutStillness(trial: Trial): Trial {
  const { fault } = trial;
  return fault?.kind === "nothing-changed" ? { ...trial, fault: { ...fault, kind: "value" } } : trial;
}

/** The first of the exercise's manners that a right answer breaks. */
function mannerFaultOf({ manners = [] }: Exercise<AnyFunction>, got: Outcome): Fault | undefined {
  if ("error" in got) return undefined;
  for (const manner of manners) {
    const broken = manner.broken(got.result);
    if (broken !== undefined) return { kind: "manner", where: "result", ...broken, manner };
  }
  return undefined;
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
