/** What one value must be. */
export interface Kind {
  readonly wanted: string;
  readonly holds: (value: unknown) => boolean;
}

/** Whether it is a whole number >= 0. */
export const isWhole = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;
/** Whether it is a list of these. */
export const areIds = (value: unknown): boolean => Array.isArray(value) && value.every(isWhole);

/** What is wrong with an object: each path must lead to a value of its kind. `before` goes before the paths in words. */
export function problemIn(
  value: unknown,
  kinds: Readonly<Record<string, Kind>>,
  before: string,
): string | undefined {
  for (const [path, { wanted, holds }] of Object.entries(kinds)) {
    const found = valueAt(value, path.split("."));
    if (!holds(found)) return mustBe(before + path, wanted, found);
  }
  return undefined;
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce(
    (inside, name) => (isObject(inside) && Object.hasOwn(inside, name) ? inside[name] : undefined),
    value,
  );
}

/** The problem in words. */
export function mustBe(path: string, wanted: string, found: unknown): string {
  return `its ${path} must be ${wanted}: current value is ${JSON.stringify(found)?.slice(0, 50)}`;
}

/** Whether it is an object, and no list. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
