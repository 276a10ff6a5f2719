import { textOption } from "./arguments.ts";
import type { Arguments } from "./command.ts";
import { UsageError } from "./usage-error.ts";

/** The number that an option gives; undefined when it was not given. Throws UsageError if the text is not a number. */
export function numberOption(given: Arguments, name: string): number | undefined {
  const text = textOption(given, name);
  if (text === undefined) return undefined;
  const number = text.trim() === "" ? Number.NaN : Number(text);
  if (Number.isFinite(number)) return number;
  throw new UsageError(`Cannot read --${name} as it must be a number: current value is "${text}"`);
}

/** The whole number that an option gives; undefined when it was not given. Throws UsageError for any other text. */
export function wholeOption(
  given: Arguments,
  name: string,
  { least = 1, most }: { readonly least?: number; readonly most?: number } = {},
): number | undefined {
  const number = numberOption(given, name);
  if (number === undefined) return undefined;
  if (Number.isSafeInteger(number) && number >= least && number <= (most ?? number)) return number;
  const range = most === undefined ? `>= ${least}` : `from ${least} to ${most}`;
  throw new UsageError(
    `Cannot read --${name} as it must be a whole number ${range}: current value is ${number}`,
  );
}

/** The port that an option gives; undefined when it was not given. Throws UsageError for any other text. */
export function portOption(given: Arguments): number | undefined {
  return wholeOption(given, "port", { least: 0, most: 65_535 });
}

/** The choice that an option gives; undefined when it was not given. Throws UsageError for any other word. */
export function choiceOption<Choice extends string>(
  given: Arguments,
  name: string,
  choices: readonly Choice[],
): Choice | undefined {
  const text = textOption(given, name);
  const choice = choices.find((word) => word === text);
  if (choice !== undefined || text === undefined) return choice;
  throw new UsageError(
    `Cannot read --${name} as it must be one of ${choices.join(", ")}: current value is "${text}"`,
  );
}
