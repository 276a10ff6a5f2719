/** Whether a value of a notebook is what a view needs. */
export type Fits = (value: unknown) => boolean;

/** The longest text that a view draws: a longer one would stop the page. */
const MOST_LETTERS = 10_000;

export const isText: Fits = (value) => typeof value === "string" && value.length <= MOST_LETTERS;

export const isNumber: Fits = Number.isFinite;

export const isCount: Fits = (value) => Number.isSafeInteger(value) && (value as number) >= 0;

/** A list of `least` to `most` values that fit. */
export function isList(fits: Fits, [least, most]: readonly [least: number, most: number]): Fits {
  return (value) =>
    Array.isArray(value) && value.length >= least && value.length <= most && value.every(fits);
}

/** An object whose fields fit. */
export function isRecord(fields: Readonly<Record<string, Fits>>): Fits {
  return (value) =>
    typeof value === "object" &&
    value !== null &&
    Object.entries(fields).every(([name, fits]) => fits((value as Readonly<Record<string, unknown>>)[name]));
}

/** Throws TypeError unless each field of a view's data fits; the message names the first that does not. */
export function requireFields(what: string, data: object, fields: Readonly<Record<string, Fits>>): void {
  for (const [name, fits] of Object.entries(fields)) {
    if (isRecord({ [name]: fits })(data)) continue;
    throw new TypeError(
      `Cannot draw ${what} as its data must be those that the course writes: ${name} is missing, wrong or too large. ` +
        "Remedy: run the cell again",
    );
  }
}
