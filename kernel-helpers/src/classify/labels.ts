import type { Part } from "./part.ts";

/**
 * How many examples of the part have each label, shape (K). Throws RangeError unless the labels are the whole numbers 0 to K - 1
 * with K >= 2 and each has an example: a classifier cannot learn a class that it never sees.
 */
export function requireLabels(
  action: string,
  labels: ArrayLike<number>,
  { name, examples }: Part,
): Uint32Array {
  const counts: number[] = [];
  for (const example of examples) {
    const label = labels[example];
    if (!(Number.isInteger(label) && (label as number) >= 0 && (label as number) < 2 ** 16)) {
      throw new RangeError(
        `${action} as every label must be a whole number from 0: that of example ${example} is ${label}`,
      );
    }
    counts[label as number] = (counts[label as number] ?? 0) + 1;
  }
  const missing = Array.from(counts, (count) => count ?? 0).indexOf(0);
  if (counts.length >= 2 && missing < 0) return Uint32Array.from(counts);
  const problem =
    counts.length < 2 ? "all its examples have the label 0" : `it has none with the label ${missing}`;
  throw new RangeError(
    `${action} as the ${name} part must have examples of every class: ${problem}. Remedy: number the classes from 0 without gaps, ` +
      "and draw the part so that each class occurs",
  );
}
