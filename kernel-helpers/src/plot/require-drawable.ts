/** A number of a chart and the name by which an error tells it. */
export interface NamedNumber {
  /** "the y of "cat"". */
  readonly name: string;
  readonly value: number;
}

/** Throws RangeError for a number that has no place in a chart. `action` begins the message: "Cannot draw bars". */
export function requireFinite(action: string, numbers: Iterable<NamedNumber>): void {
  for (const { name, value } of numbers) {
    if (Number.isFinite(value)) continue;
    throw new RangeError(
      `${action} as each number must be finite: ${name} is ${value}. ` +
        "Remedy: find where it comes from, or leave it out",
    );
  }
}

/** Throws RangeError if two of the labels are the same: what they stand for would be drawn at one place. `kind`: "row". */
export function requireDistinct(action: string, kind: string, labels: readonly string[]): void {
  const seen = new Set<string>();
  for (const label of labels) {
    if (seen.has(label)) {
      throw new RangeError(
        `${action} as each ${kind} needs a label of its own: two have "${label}". ` +
          `Remedy: number them, such as "${label} 1" and "${label} 2"`,
      );
    }
    seen.add(label);
  }
}

/** Throws RangeError for a size in pixels that nothing can be drawn in; what is no number, such as a step, is left alone. */
export function requireSizes(action: string, sizes: Readonly<Record<string, unknown>>): void {
  for (const [name, size] of Object.entries(sizes)) {
    if (typeof size !== "number" || (size > 0 && size <= MOST_PIXELS)) continue;
    throw new RangeError(
      `${action} as ${name} must be above 0 and at most ${MOST_PIXELS} pixels: current value is ${size}. ` +
        `Remedy: give a size in pixels, such as ${name}: 400`,
    );
  }
}

/** No screen is larger, and browsers draw no higher pictures. */
const MOST_PIXELS = 16384;
