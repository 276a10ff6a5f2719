/** The error for a text that gives no example: its model would be the random start, and its loss NaN. */
export function noExamples(sentences: number): RangeError {
  return new RangeError(
    `Cannot make examples: none of the ${sentences} sentences keeps two words. ` +
      "Remedy: more text, a smaller minCount, or a larger sample (0 keeps all words)",
  );
}
