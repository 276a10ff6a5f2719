import type { MonitorOptions } from "../apply/index.ts";
import { type TokenizerName, tokenizerNames } from "../tokens/index.ts";
import { textOption } from "./arguments.ts";
import type { Arguments, OptionSpec } from "./command.ts";
import { named } from "./named.ts";
import { choiceOption, numberOption, wholeOption } from "./option-values.ts";
import { UsageError } from "./usage-error.ts";

/** The options of `w2v monitor`. */
export const monitorSpecs: Readonly<Record<string, OptionSpec>> = {
  lexicon: {
    value: "NAME",
    help: "a data set: written-finance-words, finance-words, or their Chinese twins; or a file (default: by the first message)",
  },
  tokenizer: {
    value: "NAME",
    help: `${tokenizerNames.join(", ")}, or longest for the longest words of the lexicon (default: by the first message)`,
  },
  field: { value: "NAME", help: "the field with the text, in JSONL (default: text)" },
  "warm-up": { value: "N", help: "messages at the start that tell what is usual (default: 100)" },
  window: { value: "N", help: "messages in the rolling mean (default: 50)" },
  band: { value: "X", help: "deviations from the mean to the edge of the rolling mean's band (default: 3)" },
  slack: { value: "X", help: "k of the CUSUM chart, in deviations (default: 0.5)" },
  limit: {
    value: "X",
    help: "h of the CUSUM chart, in deviations; higher is fewer alerts, and later (default: 5)",
  },
  rejects: { value: "FILE", help: "a file to which lines that cannot be read are added" },
};

/** How tokens are found in a message. */
export type MonitorTokenizer = TokenizerName | "longest";

/** What `w2v monitor` is to do. */
export interface MonitorPlan {
  /** A file, or "-" for standard input. */
  readonly source: string;
  readonly lexicon: string | undefined;
  readonly tokenizer: MonitorTokenizer | undefined;
  readonly field: string;
  readonly rejects: string | undefined;
  readonly options: Required<MonitorOptions>;
}

/** Reads the command line; throws UsageError for what it cannot mean. */
export function readMonitorPlan(given: Arguments): MonitorPlan {
  const [source, ...others] = given.positionals;
  if (source === undefined || others.length > 0) {
    throw new UsageError(
      `Cannot watch a stream: one FILE, or - for standard input, is needed, but ${named(given.positionals)}. ` +
        "Remedy: w2v monitor messages.txt",
    );
  }
  return {
    source,
    lexicon: textOption(given, "lexicon"),
    tokenizer: choiceOption(given, "tokenizer", [...tokenizerNames, "longest"]),
    field: textOption(given, "field") ?? "text",
    rejects: textOption(given, "rejects"),
    options: {
      warmUp: wholeOption(given, "warm-up", { least: 2 }) ?? 100,
      window: wholeOption(given, "window") ?? 50,
      band: positive(given, "band") ?? 3,
      slack: notNegative(given, "slack") ?? 0.5,
      limit: positive(given, "limit") ?? 5,
    },
  };
}

function positive(given: Arguments, name: string): number | undefined {
  const number = numberOption(given, name);
  if (number === undefined || number > 0) return number;
  throw new UsageError(`Cannot read --${name} as it must be > 0: current value is ${number}`);
}

function notNegative(given: Arguments, name: string): number | undefined {
  const number = numberOption(given, name);
  if (number === undefined || number >= 0) return number;
  throw new UsageError(`Cannot read --${name} as it must be >= 0: current value is ${number}`);
}
