import type { EncodingErrors } from "../corpus/index.ts";
import { requireLogPath } from "../record/index.ts";
import { type TokenizerName, tokenizerNames } from "../tokens/index.ts";
import type { TrainOptions } from "../train/index.ts";
import { requireVectorsPath } from "../vectors/index.ts";
import { textOption } from "./arguments.ts";
import type { Arguments, OptionSpec } from "./command.ts";
import { type EnginePlan, engineSpecs, readEngineOptions } from "./engine-options.ts";
import { choiceOption, numberOption, wholeOption } from "./option-values.ts";
import { readTextOptions, type TextPlan, textSpecs } from "./text-options.ts";
import { readTrainOptions, trainOptionSpecs } from "./train-options.ts";
import { UsageError } from "./usage-error.ts";
import { encodingErrorsOption, encodingErrorsSpec } from "./vectors-options.ts";

/** The options of `w2v train`. */
export const trainSpecs: Readonly<Record<string, OptionSpec>> = {
  ...textSpecs,
  field: {
    value: "NAME",
    help: "the field of JSONL's objects that has the text (default: text); with it stdin is JSONL",
  },
  "encoding-errors": encodingErrorsSpec,
  tokenizer: {
    value: "NAME",
    help: "how text becomes words: words, chinese, japanese, whitespace, or auto, which looks at the text (default: auto)",
  },
  out: { value: "FILE", help: "where the vectors go: .vec or .txt for text, .bin for binary" },
  ...trainOptionSpecs,
  ...engineSpecs,
  checkpoint: {
    value: "FILE",
    help: "where to save checkpoints, during the training and at its end (default: none, or the file of --resume)",
  },
  every: { value: "N", help: "save a checkpoint after every N % of the training (default: 10)" },
  "every-minutes": {
    value: "N",
    help: "save one also when N minutes have passed since the last one; 0 for never (default: 5)",
  },
  resume: {
    value: "FILE",
    help: "a checkpoint to continue from and to save to; its options are used, except --threads, and other values are refused",
  },
  log: {
    value: "FILE",
    help: "writes a line for each percent of the training: .jsonl or .csv, with W&B's names",
  },
  tensorboard: { value: "DIR", help: "writes event files for tensorboard --logdir DIR" },
};

/** What `w2v train` is to do. */
export interface TrainPlan extends EnginePlan, TextPlan {
  readonly encodingErrors: EncodingErrors | undefined;
  /** The field of JSONL with the text; undefined when not given. */
  readonly field: string | undefined;
  /** The tokenizer; undefined when the text, or the checkpoint, decides. */
  readonly tokenizer: TokenizerName | undefined;
  readonly out: string;
  /** The options that were given. */
  readonly options: TrainOptions;
  /** Where checkpoints go: by default into the one that is resumed. */
  readonly checkpoint: string | undefined;
  /** Percent of the training between two checkpoints. */
  readonly every: number;
  /** Minutes after which there is one in any case; 0 for never. */
  readonly everyMinutes: number;
  readonly log: string | undefined;
  readonly tensorboard: string | undefined;
}

/** Reads the arguments into a plan; throws UsageError if they are not valid. */
export function readTrainPlan(given: Arguments): TrainPlan {
  const out = textOption(given, "out");
  const [extra] = given.positionals;
  if (extra !== undefined) {
    throw new UsageError(
      `Cannot train: "${extra}" is not an option. Remedy: its option before it, or leave it out`,
    );
  }
  const text = readTextOptions(given);
  if (out === undefined)
    throw new UsageError("Cannot train: --out FILE is missing. Remedy: --out build/my.vec");
  const [log, tensorboard] = [textOption(given, "log"), textOption(given, "tensorboard")];
  requirePath(() => requireVectorsPath(out));
  if (log !== undefined) requirePath(() => requireLogPath(log));
  const checkpoint = textOption(given, "checkpoint") ?? text.resume;
  const options = readTrainOptions(given);
  const encodingErrors = encodingErrorsOption(given);
  const tokenizer = choiceOption(given, "tokenizer", ["auto", ...tokenizerNames] as const);
  return {
    ...text,
    encodingErrors,
    field: textOption(given, "field"),
    tokenizer: tokenizer === "auto" ? undefined : tokenizer,
    out,
    options,
    ...readEngineOptions(given),
    checkpoint,
    ...readEvery(given, checkpoint),
    log,
    tensorboard,
  };
}

/** Runs a check of a path and turns its error into a UsageError. */
function requirePath(check: () => void): void {
  try {
    check();
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function readEvery(
  given: Arguments,
  checkpoint: string | undefined,
): Pick<TrainPlan, "every" | "everyMinutes"> {
  const every = wholeOption(given, "every");
  const everyMinutes = numberOption(given, "every-minutes");
  const option = every === undefined ? "--every-minutes" : "--every";
  if (checkpoint === undefined && (every ?? everyMinutes) !== undefined) {
    throw new UsageError(
      `Cannot train: ${option} needs --checkpoint FILE or --resume FILE. Remedy: add --checkpoint, or leave out ${option}`,
    );
  }
  if (everyMinutes !== undefined && everyMinutes < 0) {
    throw new UsageError(
      `Cannot read --every-minutes as it must be a number >= 0: current value is ${everyMinutes}`,
    );
  }
  return { every: every ?? 10, everyMinutes: everyMinutes ?? 5 };
}
