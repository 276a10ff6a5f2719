/** Where two results differ. */
export interface Difference {
  /** Path to the place, for example `result[2]` or `argument 1.output.data[7]`. */
  readonly where: string;
  /** What should stand there, in words. */
  readonly wanted: string;
  /** What stands there. */
  readonly got: string;
}

/**
 * The first place where `actual` differs from `expected`, or undefined. Numbers may differ by `tolerance`, relative for
 * numbers above 1; NaN equals only NaN, and right answers contain none. A list may be any array, typed or not: only its
 * numbers count. Where `expected` is undefined, anything is accepted.
 */
export function compare(
  expected: unknown,
  actual: unknown,
  tolerance: number,
  where = "result",
): Difference | undefined {
  if (typeof expected === "number") return compareNumbers(expected, actual, tolerance, where);
  if (isList(expected)) return compareLists(expected, actual, tolerance, where);
  if (expected instanceof Map) return compareLists([...expected], [...asIterable(actual)], tolerance, where);
  if (typeof expected === "object" && expected !== null)
    return compareRecords(expected, actual, tolerance, where);
  if (expected === undefined || Object.is(expected, actual)) return undefined;
  return { where, wanted: describeValue(expected), got: describeValue(actual) };
}

/** A value in a few words: numbers to 6 digits, lists by their first members. */
export function describeValue(value: unknown): string {
  if (typeof value === "number") return String(Number(value.toPrecision(6)));
  if (typeof value === "string") return JSON.stringify(value);
  if (isList(value)) {
    const shown = Array.from({ length: Math.min(6, value.length) }, (_, i) => describeValue(value[i]));
    return `[${shown.join(", ")}${value.length > 6 ? `, … ${value.length} in all` : ""}]`;
  }
  if (isTable(value)) return `a table of ${value.rows} × ${value.width}`;
  if (typeof value === "function") return "a function";
  if (value instanceof Map) return `a map of ${value.size}`;
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).map(([key, member]) => `${key}: ${describeValue(member)}`);
    return `{ ${entries.join(", ")} }`;
  }
  return String(value);
}

function compareNumbers(
  expected: number,
  actual: unknown,
  tolerance: number,
  where: string,
): Difference | undefined {
  const allowed = tolerance * Math.max(1, Math.abs(expected));
  // Written so that NaN fails against a number; the first half lets Infinity and a mistake's NaN equal themselves.
  if (Object.is(actual, expected) || (typeof actual === "number" && Math.abs(actual - expected) <= allowed))
    return undefined;
  return { where, wanted: describeValue(expected), got: describeValue(actual) };
}

function compareLists(
  expected: ArrayLike<unknown>,
  actual: unknown,
  tolerance: number,
  where: string,
): Difference | undefined {
  if (!isList(actual)) return { where, wanted: `a list of ${expected.length}`, got: describeValue(actual) };
  if (actual.length !== expected.length) {
    return { where, wanted: `a list of ${expected.length}`, got: `a list of ${actual.length}` };
  }
  for (let i = 0; i < expected.length; i++) {
    const difference = compare(expected[i], actual[i], tolerance, `${where}[${i}]`);
    if (difference) return difference;
  }
  return undefined;
}

function compareRecords(
  expected: object,
  actual: unknown,
  tolerance: number,
  where: string,
): Difference | undefined {
  if (typeof actual !== "object" || actual === null) {
    return {
      where,
      wanted: `an object with ${Object.keys(expected).join(", ")}`,
      got: describeValue(actual),
    };
  }
  for (const [key, value] of Object.entries(expected)) {
    const difference = compare(value, (actual as Record<string, unknown>)[key], tolerance, `${where}.${key}`);
    if (difference) return difference;
  }
  return undefined;
}

function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && "length" in value);
}

function isTable(value: unknown): value is { rows: number; width: number } {
  return (
    typeof value === "object" && value !== null && "rows" in value && "width" in value && "data" in value
  );
}

function asIterable(value: unknown): Iterable<unknown> {
  return value instanceof Map ? value : [];
}
