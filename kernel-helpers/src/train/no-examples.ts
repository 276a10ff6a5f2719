import { optionName } from "../base/index.ts";

/** The error for a text that gives no example: its model would be the random start, and its loss NaN. */
export function noExamples(sentences: number): RangeError {
  return new RangeError(
    `Cannot make examples: none of the ${sentences} sentences keeps two words. ` +
      `Remedy: more text, a smaller ${optionName("minCount")}, or a larger ${optionName("sample")} (0 keeps all words)`,
  );
}
