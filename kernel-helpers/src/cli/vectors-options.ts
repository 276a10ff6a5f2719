import type { EncodingErrors } from "../corpus/index.ts";
import { loadVectors, type WordVectors } from "../vectors/index.ts";
import type { Arguments, OptionSpec } from "./command.ts";
import { choiceOption, wholeOption } from "./option-values.ts";

/** What to do with bytes that are not UTF-8. */
export const encodingErrorsSpec: OptionSpec = {
  value: "NAME",
  help: "strict refuses bytes that are not UTF-8, replace puts U+FFFD in their place (default: strict)",
};

/** The options of commands that read word vectors. */
export const vectorsSpecs: Readonly<Record<string, OptionSpec>> = {
  limit: { value: "N", help: "read the first N words only, in most files the most frequent (default: all)" },
  "encoding-errors": encodingErrorsSpec,
};

/** The choice of --encoding-errors; undefined when it was not given. */
export function encodingErrorsOption(given: Arguments): EncodingErrors | undefined {
  return choiceOption(given, "encoding-errors", ["strict", "replace"]);
}

/** Reads the word vectors of `file` as the options say; throws UsageError for an invalid one. */
export function openVectors(given: Arguments, file: string): Promise<WordVectors> {
  const limit = wholeOption(given, "limit");
  return loadVectors(file, { limit, encodingErrors: encodingErrorsOption(given) });
}
