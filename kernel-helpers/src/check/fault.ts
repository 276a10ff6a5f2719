import { compare, type Difference, type DifferenceKind, type Nearness } from "./compare.ts";
import { describeShape, isPromise } from "./describe-shape.ts";
import { describeValue } from "./describe-value.ts";
import type { Slip } from "./exercise.ts";
import type { Outcome } from "./outcome.ts";
import { type Memory, memoryOf, overlap } from "./shared-memory.ts";

/** What was wrong with a trial: where two values differ, or how the function behaved. */
export type FaultKind =
  | DifferenceKind
  /** It threw an error where a result is wanted. */
  | "stopped"
  /** It gave a result where an error is wanted. */
  | "no-error"
  /** It returned nothing, or a promise. */
  | "nothing-returned"
  | "promise"
  /** An argument is different that must not change, or none is that must, or it holds another array than before. */
  | "argument-changed"
  | "nothing-changed"
  | "replaced"
  /** Its result stands on the memory of an argument, or of its result of an earlier call. */
  | "view"
  | "same-memory"
  /** It does what an exercise forbids in its own words, see `Manner`. */
  | "manner";

/** The first fault of a trial. */
export interface Fault extends Omit<Difference, "kind"> {
  readonly kind: FaultKind;
  /** The exercise's own name and question for a fault of the kind "manner". */
  readonly manner?: Slip;
}

/** How outcomes are judged. */
export interface Judged extends Nearness {
  /** What the arguments are called. */
  readonly parameters: readonly string[];
  /** The arguments that a right answer changes in place. The others must stay exactly as they were. */
  readonly inPlace: ReadonlySet<number>;
}

/**
 * The first fault of results, then of arguments; but an argument that must not change comes first, since it may be why
 * the result is wrong. Where an error is wanted, any error will do. A value that cannot be read is of another kind than any.
 */
export function faultOf(
  values: readonly unknown[],
  wanted: Outcome,
  got: Outcome,
  judged: Judged,
): Fault | undefined {
  if ("error" in wanted || "error" in got) {
    if ("error" in wanted && "error" in got) return undefined;
    const kind = "error" in got ? "stopped" : "no-error";
    return { kind, where: "result", wanted: describeOutcome(wanted), got: describeOutcome(got) };
  }
  const inResult = readable("result", () => faultOfResult(wanted.result, got.result, judged));
  const inArguments = values.map((value, i) =>
    readable(parameterName(judged.parameters, i), () =>
      faultOfArgument(i, [value, wanted.values[i], got.values[i]], judged),
    ),
  );
  const changed = inArguments.find((fault) => fault?.kind === "argument-changed");
  return changed ?? inResult ?? inArguments.find((fault) => fault !== undefined);
}

/**
 * The fault of right numbers in the wrong place: a result that does not stand on memory of its own, where `earlier` is that
 * of earlier results, or an argument that holds another array than the one that was given.
 */
export function memoryFaultOf(
  wanted: Outcome,
  got: Outcome,
  { parameters, inPlace }: Judged,
  earlier: Memory,
): Fault | undefined {
  if ("error" in got || "error" in wanted) return undefined;
  return readable("result", () => {
    const now = got.values.map(memoryOf);
    const replaced = now.findIndex(({ parts }, i) => {
      const known = new Set(got.before[i]?.parts.map(({ buffer }) => buffer));
      return inPlace.has(i) && parts.some(({ buffer }) => !known.has(buffer));
    });
    if (replaced >= 0) {
      const where = `${parameterName(parameters, replaced)} (after the call)`;
      return { kind: "replaced", where, wanted: "the array that was given", got: "another array" };
    }
    if (wanted.result === undefined) return undefined; // whatever a function gives that need give nothing
    const own = memoryOf(got.result);
    const lender = now.findIndex((memory) => overlap(own, memory));
    const fault = { where: "result", wanted: `${describeShape(got.result)} of its own` };
    if (lender >= 0) {
      return { ...fault, kind: "view", got: `a view of the argument ${parameterName(parameters, lender)}` };
    }
    return overlap(own, earlier)
      ? { ...fault, kind: "same-memory", got: "the one that an earlier call returned" }
      : undefined;
  });
}

/** What argument `i` is called. */
export function parameterName(parameters: readonly string[], i: number): string {
  return parameters[i] ?? `argument ${i + 1}`;
}

function faultOfResult(wanted: unknown, got: unknown, nearness: Nearness): Fault | undefined {
  if (isPromise(got))
    return { kind: "promise", where: "result", wanted: describeShape(wanted), got: "a promise" };
  const difference = compare(wanted, got, nearness);
  return difference && got === undefined ? { ...difference, kind: "nothing-returned" } : difference;
}

function faultOfArgument(
  i: number,
  [value, wanted, got]: readonly unknown[],
  { inPlace, parameters, ...nearness }: Judged,
): Fault | undefined {
  const exact = { tolerance: 0 };
  const where = `${parameterName(parameters, i)} (after the call)`;
  const difference = compare(wanted, got, inPlace.has(i) ? nearness : exact, where);
  if (difference === undefined) return undefined;
  if (!inPlace.has(i)) return { ...difference, kind: "argument-changed" };
  return compare(value, got, exact) === undefined ? { ...difference, kind: "nothing-changed" } : difference;
}

/** What `judge` finds; a value that throws when it is read is a fault by itself. */
function readable(where: string, judge: () => Fault | undefined): Fault | undefined {
  try {
    return judge();
  } catch {
    return { kind: "shape", where, wanted: "a value that can be read", got: "one that throws an error then" };
  }
}

function describeOutcome(outcome: Outcome): string {
  if ("error" in outcome) return "an error";
  try {
    return describeValue(outcome.result);
  } catch {
    return "a value that cannot be read";
  }
}
