import { parseArgs } from "node:util";
import type { Arguments, Command } from "./command.ts";
import { nearest } from "./nearest.ts";
import { UsageError } from "./usage-error.ts";

/** Parses the words after the name of `command`; throws UsageError for an unknown option. */
export function readArguments(command: Command, words: readonly string[]): Arguments {
  const options = parserOptions(command);
  const { tokens } = parseArgs({ args: [...words], options, strict: false, tokens: true });
  for (const token of tokens) {
    if (token.kind === "option" && !Object.hasOwn(options, token.name)) {
      throw new UsageError(
        `Cannot run w2v ${command.name}: it has no option ${token.rawName}${didYouMean(token, options)}`,
      );
    }
  }
  try {
    const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true });
    return { positionals, options: values as Arguments["options"] };
  } catch (error) {
    throw new UsageError(`Cannot run w2v ${command.name}: ${(error as Error).message}`);
  }
}

/** The value of an option; undefined when it was not given. */
export function textOption({ options }: Arguments, name: string): string | undefined {
  const value = options[name];
  return typeof value === "string" ? value : undefined;
}

/** The number that an option gives; undefined when it was not given. Throws UsageError if the text is not a number. */
export function numberOption(given: Arguments, name: string): number | undefined {
  const text = textOption(given, name);
  if (text === undefined) return undefined;
  const number = text.trim() === "" ? Number.NaN : Number(text);
  if (Number.isFinite(number)) return number;
  throw new UsageError(`Cannot read --${name} as it must be a number: current value is "${text}"`);
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

type ParserOptions = Record<string, { type: "string" | "boolean"; short?: string }>;

function parserOptions({ options }: Command): ParserOptions {
  const parser: ParserOptions = { help: { type: "boolean", short: "h" } };
  for (const [name, { value }] of Object.entries(options)) {
    parser[name] = { type: value === undefined ? "boolean" : "string" };
  }
  return parser;
}

function didYouMean({ name }: { readonly name: string }, options: ParserOptions): string {
  const found = nearest(name, Object.keys(options));
  return found === undefined ? "" : `. Did you mean --${found}?`;
}
