import { describeShape, isTable } from "./describe-shape.ts";
import { describeValue, toldApart } from "./describe-value.ts";
import { isList } from "./is-list.ts";

/** What is wrong at the place where two values differ. Each kind has its own question, see `slipOf`. */
export type DifferenceKind =
  /** A number, a word or a truth value is another. */
  | "value"
  /** The two numbers agree to about 6 digits: float32, rounding, or a small constant. */
  | "precision"
  /** A number is wanted and NaN is given. */
  | "not-a-number"
  /** A finite number is wanted and an infinite one is given. */
  | "infinite"
  /** A list has too many or too few members, or a table too many or too few rows or columns. */
  | "length"
  /** Another kind of value: a number for a list, lists of lists for a table. */
  | "shape";

/** Where two results differ. */
export interface Difference {
  /** What is wrong there. */
  readonly kind: DifferenceKind;
  /** Path to the place, for example `result[2]` or `result.output.data[7]`. */
  readonly where: string;
  /** What should stand there, in words. */
  readonly wanted: string;
  /** What stands there. */
  readonly got: string;
  /** For two numbers: how far they are apart, relative to their size. */
  readonly apart?: number;
}

/** How near a number must be. */
export interface Nearness {
  /** Allowed difference, relative to the larger of `floor` and the size of the expected number. */
  readonly tolerance: number;
  /** Numbers that are smaller than this are compared as if they had this size. Default: 1. */
  readonly floor?: number;
}

/** Kept at load: a cell may replace them. */
const { abs, max } = Math;

/** Up to this relative difference two numbers agree to about 6 digits. */
const ROUNDED = 1e-5;

/**
 * The first place where `actual` differs from `expected`, or undefined; a place that differs by rounding alone only if
 * there is no other. Numbers may differ by `tolerance · max(floor, |expected|)`; NaN equals only NaN, and right answers
 * contain none. A list may be any array, typed or not: only its numbers count. Where `expected` is undefined, anything is
 * accepted.
 */
export function compare(
  expected: unknown,
  actual: unknown,
  nearness: Nearness,
  where = "result",
): Difference | undefined {
  if (typeof expected === "number") return compareNumbers(expected, actual, nearness, where);
  if (isList(expected)) return compareLists(expected, actual, nearness, where);
  if (expected instanceof Map) {
    const entries = actual instanceof Map ? [...actual] : actual;
    return compareLists([...expected], entries, nearness, where);
  }
  if (typeof expected === "object" && expected !== null) {
    return compareRecords(expected, actual, nearness, where);
  }
  if (expected === undefined || Object.is(expected, actual)) return undefined;
  const kind = typeof expected === typeof actual ? "value" : "shape";
  return { kind, where, wanted: describeValue(expected), got: describeShape(actual) };
}

function compareNumbers(
  expected: number,
  actual: unknown,
  { tolerance, floor = 1 }: Nearness,
  where: string,
): Difference | undefined {
  if (typeof actual !== "number") {
    return { kind: "shape", where, wanted: describeValue(expected), got: describeShape(actual) };
  }
  const size = max(floor, abs(expected));
  const difference = abs(actual - expected);
  // Written so that NaN fails against a number; the first half lets Infinity and a mistake's NaN equal themselves.
  const near = Number.isFinite(expected) && difference <= tolerance * size;
  if (Object.is(actual, expected) || near) return undefined;
  const apart = difference / size;
  return { kind: kindOf(actual, apart), where, ...toldApart(expected, actual), apart };
}

function kindOf(actual: number, relative: number): DifferenceKind {
  if (Number.isNaN(actual)) return "not-a-number";
  if (!Number.isFinite(actual)) return "infinite";
  return relative <= ROUNDED ? "precision" : "value";
}

function compareLists(
  expected: ArrayLike<unknown>,
  actual: unknown,
  nearness: Nearness,
  where: string,
): Difference | undefined {
  const shapes = { where, wanted: describeShape(expected), got: describeShape(actual) };
  if (!isList(actual)) return { kind: "shape", ...shapes };
  if (actual.length !== expected.length) return { kind: "length", ...shapes };
  return worst(
    Array.from({ length: expected.length }, (_, i) =>
      compare(expected[i], actual[i], nearness, `${where}[${i}]`),
    ),
  );
}

function compareRecords(
  expected: object,
  actual: unknown,
  nearness: Nearness,
  where: string,
): Difference | undefined {
  const shapes = { where, wanted: describeShape(expected), got: describeShape(actual) };
  if (typeof actual !== "object" || actual === null || isList(actual)) return { kind: "shape", ...shapes };
  const fields = actual as Record<string, unknown>;
  const entries = Object.entries(expected);
  const missing = entries.find(([key, value]) => value !== undefined && fields[key] === undefined);
  if (missing !== undefined) {
    const [key, value] = missing;
    return { kind: "shape", where: `${where}.${key}`, wanted: describeValue(value), got: "nothing" };
  }
  if (isTable(expected)) {
    if (shapes.wanted !== shapes.got) return { kind: "length", ...shapes };
    return inTable(compare(expected.data, fields.data, nearness, "data"), expected.width, where);
  }
  return worst(entries.map(([key, value]) => compare(value, fields[key], nearness, `${where}.${key}`)));
}

/** A difference in a table's `data`, told by row and column, counted from 0. */
function inTable(difference: Difference | undefined, width: number, where: string): Difference | undefined {
  if (difference === undefined) return undefined;
  const at = /^data\[(\d+)\]$/.exec(difference.where)?.[1];
  if (at === undefined) return { ...difference, where: `${where}.${difference.where}` };
  const [row, column] = [Math.floor(Number(at) / width), Number(at) % width];
  return { ...difference, where: `${where}, row ${row}, column ${column}` };
}

/** The first difference that is more than rounding, else the first. */
function worst(differences: readonly (Difference | undefined)[]): Difference | undefined {
  const found = differences.filter((one) => one !== undefined);
  return found.find(({ kind }) => kind !== "precision") ?? found[0];
}
