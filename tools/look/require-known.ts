/** Throws RangeError for a word that is none of `known`: a misspelled one would take no picture, and say nothing. */
export function requireKnown(kind: string, given: readonly string[], known: readonly string[]): void {
  const unknown = given.find((word) => !known.includes(word));
  if (unknown === undefined) return;
  throw new RangeError(
    `Cannot take screenshots as the ${kind} must be one of ${known.join(", ")}: current value is "${unknown}"`,
  );
}
