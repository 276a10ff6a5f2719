import { compare, type Difference, type DifferenceKind, type Nearness } from "./compare.ts";
import { describeShape, isPromise } from "./describe-shape.ts";
import { describeValue } from "./describe-value.ts";
import type { Outcome } from "./outcome.ts";
import { memoryOf, sharesMemory } from "./shared-memory.ts";

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
  /** An argument is different that must not change, or none is that must. */
  | "argument-changed"
  | "nothing-changed"
  /** Its result stands on the memory of an argument, or of its result of an earlier call. */
  | "view"
  | "same-memory";

/** The first fault of a trial. */
export interface Fault extends Omit<Difference, "kind"> {
  readonly kind: FaultKind;
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
 * the result is wrong. Where an error is wanted, any error will do.
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
  const inResult = faultOfReadable(wanted.result, got.result, judged);
  const inArguments = values.map((value, i) =>
    faultOfArgument(i, [value, wanted.values[i], got.values[i]], judged),
  );
  const changed = inArguments.find((fault) => fault?.kind === "argument-changed");
  return changed ?? inResult ?? inArguments.find((fault) => fault !== undefined);
}

/** The fault of a right result that does not stand on memory of its own; `earlier` is that of earlier results. */
export function memoryFaultOf(
  got: Outcome,
  { parameters }: Judged,
  earlier: ReadonlySet<object>,
): Fault | undefined {
  if ("error" in got) return undefined;
  const wanted = `${describeShape(got.result)} of its own`;
  const lender = got.values.findIndex((value) => sharesMemory(got.result, memoryOf(value)));
  if (lender >= 0) {
    return {
      kind: "view",
      where: "result",
      wanted,
      got: `a view of the argument ${parameterName(parameters, lender)}`,
    };
  }
  if (!sharesMemory(got.result, earlier)) return undefined;
  return { kind: "same-memory", where: "result", wanted, got: "the one that an earlier call returned" };
}

/** What argument `i` is called. */
export function parameterName(parameters: readonly string[], i: number): string {
  return parameters[i] ?? `argument ${i + 1}`;
}

/** As `faultOfResult`; a result that throws when it is read is another kind of value than any that is wanted. */
function faultOfReadable(wanted: unknown, got: unknown, judged: Judged): Fault | undefined {
  try {
    return faultOfResult(wanted, got, judged);
  } catch {
    const where = "result";
    return { kind: "shape", where, wanted: describeShape(wanted), got: "a value that cannot be read" };
  }
}

function faultOfResult(wanted: unknown, got: unknown, nearness: Nearness): Fault | undefined {
  const difference = compare(wanted, got, nearness);
  if (difference === undefined) return undefined;
  if (got === undefined) return { ...difference, kind: "nothing-returned" };
  return isPromise(got) ? { ...difference, kind: "promise" } : difference;
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

function describeOutcome(outcome: Outcome): string {
  return "error" in outcome ? "an error" : describeValue(outcome.result);
}
