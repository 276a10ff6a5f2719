import { optionName } from "./option-name.ts";

/** Options by name, such as `{ minCount }`, so that an error can give the name. */
export interface Named {
  readonly [name: string]: number;
}

/**
 * Throws RangeError unless each value is a whole number, exact in float64, and at least `minimum`.
 * `action` begins the message: "Cannot build a vocabulary".
 */
export function requireInteger(action: string, values: Named, minimum: number): void {
  for (const [name, value] of Object.entries(values)) {
    if (!(Number.isSafeInteger(value) && value >= minimum)) {
      throw new RangeError(
        `${action} as ${optionName(name)} must be a whole number >= ${minimum}: current value is ${value}`,
      );
    }
  }
}

/** Throws RangeError unless each value is finite and > 0. */
export function requirePositive(action: string, values: Named): void {
  for (const [name, value] of Object.entries(values)) {
    if (!(value > 0 && Number.isFinite(value))) {
      throw new RangeError(
        `${action} as ${optionName(name)} must be > 0 and finite: current value is ${value}`,
      );
    }
  }
}
