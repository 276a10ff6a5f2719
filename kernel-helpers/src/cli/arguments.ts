import { parseArgs } from "node:util";
import type { Arguments, Command, OptionSpec } from "./command.ts";
import { nearest } from "./nearest.ts";
import { optionOfOtherName } from "./other-names.ts";
import { UsageError } from "./usage-error.ts";

/**
 * Parses the words after the name of `command`; throws UsageError for an unknown option and for one whose value is missing
 * or not wanted, or that has two values. A value may be a negative number; one that begins with "-" otherwise is written --out=-x.vec.
 */
export function readArguments(command: Command, words: readonly string[]): Arguments {
  const positionals: string[] = [];
  const options: Record<string, string | boolean> = {};
  const { tokens } = parseArgs({
    args: [...words],
    options: parserOptions(command),
    strict: false, // Node's own messages are for programmers
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind === "positional") positionals.push(token.value);
    if (token.kind !== "option") continue;
    const value = optionValue(command, token);
    if (value !== true && Object.hasOwn(options, token.name)) throw givenTwice(command, token.name);
    options[token.name] = value;
  }
  return { positionals, options };
}

/** An option as Node's parser found it. */
interface OptionToken {
  readonly name: string;
  /** As it was typed, such as "-h". */
  readonly rawName: string;
  readonly value: string | undefined;
  /** Whether the value followed "=". */
  readonly inlineValue: boolean | undefined;
}

function optionValue(command: Command, { name, rawName, value, inlineValue }: OptionToken): string | true {
  const spec =
    name === "help" ? HELP : Object.hasOwn(command.options, name) ? command.options[name] : undefined;
  if (spec === undefined) throw unknownOption(command, name, rawName);
  if (spec.value === undefined) {
    if (value === undefined) return true;
    throw refused(command, `${rawName} takes no value, but has "${value}". Remedy: ${rawName}`);
  }
  if (value === undefined || value === "") {
    throw refused(command, `--${name} needs a value. Remedy: --${name} ${spec.value}`);
  }
  if (inlineValue || !/^-[^\d.]/.test(value)) return value;
  const isOption = value === "--" || Object.hasOwn(command.options, value.replace(/^--?/, ""));
  const or = isOption ? "" : `, or --${name}=${value}`;
  throw refused(command, `--${name} needs a value. Remedy: --${name} ${spec.value}${or}`);
}

function givenTwice(command: Command, name: string): UsageError {
  const remedy = command.options[name]?.several ?? `--${name} once`;
  return refused(command, `--${name} takes one value, but is given more than once. Remedy: ${remedy}`);
}

const HELP: OptionSpec = { help: "" };

function unknownOption(command: Command, name: string, rawName: string): UsageError {
  const names = [...Object.keys(command.options), "help"];
  const found = optionOfOtherName(name, names) ?? nearest(name, names);
  const takesWords = command.positionals !== "" && !command.positionals.startsWith("--");
  const dash = takesWords ? `. Remedy: -- before a word that begins with "-"` : "";
  const hint = found === undefined ? dash : `. Did you mean --${found}?`;
  return refused(command, `it has no option ${rawName}${hint}`);
}

function refused(command: Command, problem: string): UsageError {
  return new UsageError(`Cannot run w2v ${command.name}: ${problem}`);
}

function parserOptions({ options }: Command): Record<string, { type: "string" | "boolean"; short?: string }> {
  const parser: ReturnType<typeof parserOptions> = { help: { type: "boolean", short: "h" } };
  for (const [name, { value }] of Object.entries(options)) {
    parser[name] = { type: value === undefined ? "boolean" : "string" };
  }
  return parser;
}

/** The value of an option; undefined when it was not given. */
export function textOption({ options }: Arguments, name: string): string | undefined {
  const value = options[name];
  return typeof value === "string" ? value : undefined;
}
