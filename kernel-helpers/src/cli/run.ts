import { fileError, systemReason } from "#host";
import { escapeControls, spellOptions } from "../base/index.ts";
import { readArguments } from "./arguments.ts";
import type { Command } from "./command.ts";
import { commandHelp, overview } from "./help.ts";
import { kebabCase } from "./kebab-case.ts";
import { nearest } from "./nearest.ts";
import { UsageError } from "./usage-error.ts";

/**
 * Runs the command that `words` name and returns the exit code: 0 done, 1 failed, 2 not understood. The messages of our
 * errors say what to do, so they are printed without a stack; W2V_DEBUG=1 shows the stack.
 */
export async function run(commands: readonly Command[], words: readonly string[]): Promise<number> {
  const restore = spellOptions((name) => flagOf(commands, name));
  try {
    return await dispatch(commands, words);
  } catch (error) {
    const usage = error instanceof UsageError;
    console.error(process.env.W2V_DEBUG === "1" ? (error as Error).stack : messageOf(error as Error));
    if (usage) console.error(`Usage: ${usageOf(commands, words[0])}`);
    return usage ? 2 : 1;
  } finally {
    restore();
  }
}

/** How a user types the option `name` of the library: --min-count for `minCount`, --simd for `binary`. */
function flagOf(commands: readonly Command[], name: string): string {
  const specs = commands.flatMap(({ options }) => Object.entries(options));
  const found = specs.find(([flag, { sets }]) => name === sets || flag === kebabCase(name));
  return found === undefined ? name : `--${found[0]}`;
}

/** The message of the error for people, who cannot use the system's own and the engine's. */
function messageOf(error: Error & { readonly path?: string }): string {
  const { message } = error.path === undefined ? lacking(error) : fileError("use", error.path, error);
  return escapeControls(message, "\n");
}

/** An engine's error about memory, with a remedy; any other as it is. */
function lacking(error: Error): Error {
  const found = error.cause instanceof Error ? undefined : systemReason(error);
  return found ? new Error(`Cannot go on: ${found.reason}. Remedy: ${found.remedy}`) : error;
}

async function dispatch(commands: readonly Command[], words: readonly string[]): Promise<number> {
  const [name, ...rest] = words;
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    console.log(overview(commands));
    return name === undefined ? 2 : 0;
  }
  const command = commands.find((one) => one.name === name);
  if (!command) throw unknownCommand(commands, name);
  const given = readArguments(command, rest);
  if (!given.options.help) return command.run(given);
  console.log(commandHelp(command));
  return 0;
}

function unknownCommand(commands: readonly Command[], name: string): UsageError {
  const names = commands.map((command) => command.name);
  const found = nearest(name, names);
  const hint = found === undefined ? ` The commands are ${names.join(", ")}.` : ` Did you mean ${found}?`;
  return new UsageError(`Cannot run "${name}": w2v has no such command.${hint}`);
}

function usageOf(commands: readonly Command[], name: string | undefined): string {
  const command = commands.find((one) => one.name === name);
  return command ? `w2v ${command.name} --help` : "w2v --help";
}
