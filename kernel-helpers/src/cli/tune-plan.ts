import type { SearchMethod, Tuning } from "../classify/index.ts";
import { type TokenizerName, tokenizerNames } from "../tokens/index.ts";
import { textOption } from "./arguments.ts";
import type { Arguments, OptionSpec } from "./command.ts";
import { requireLabelled } from "./labelled-data.ts";
import { choiceOption, wholeOption } from "./option-values.ts";
import { UsageError } from "./usage-error.ts";

const tunings = ["frozen", "low-rank", "full"] as const satisfies readonly Tuning[];

/** The options of `w2v tune`. */
export const tuneSpecs: Readonly<Record<string, OptionSpec>> = {
  data: {
    value: "NAME",
    help: "a data set of opinions, or a .jsonl file with a text and a label on each line",
  },
  out: { value: "DIR", help: "the folder for the best classifier: vectors, dense layer, card" },
  log: {
    value: "FILE",
    help: "a line for each trial; the search goes on from it (default: DIR/trials.jsonl)",
  },
  classes: {
    value: "N",
    help: "of a data set: 2, blame and praise, or 3, with neither between them (default: 2)",
  },
  tokenizer: {
    value: "NAME",
    help: "how text becomes words (default: chinese for Chinese data sets, otherwise words)",
  },
  vectors: { value: "FILE", help: "pre-trained word vectors (default: Skip-Gram on the texts themselves)" },
  "vector-size": { value: "N", help: "numbers in a vector, without --vectors (default: 100)" },
  search: { value: "NAME", help: "halving or random (default: halving)" },
  trials: { value: "N", help: "settings that are tried (default: 27)" },
  epochs: { value: "N", help: "epochs of a trial at most (default: 27)" },
  patience: {
    value: "N",
    help: "epochs without a lower validation loss after which a trial ends (default: 3)",
  },
  tunings: { value: "LIST", help: `some of ${tunings.join(",")} (default: all)` },
  seed: { value: "N", help: "seed of the parts, the settings and the trainings (default: 1)" },
};

/** Trials that a search may have: their results lie in memory. */
const MOST_TRIALS = 1_000_000;

/** What `w2v tune` is to do. */
export interface TunePlan {
  readonly data: string;
  readonly out: string;
  readonly log: string;
  readonly classes: 2 | 3;
  readonly tokenizer: TokenizerName | undefined;
  readonly vectors: string | undefined;
  readonly vectorSize: number;
  readonly search: SearchMethod;
  readonly trials: number;
  readonly epochs: number;
  readonly patience: number;
  readonly tunings: readonly Tuning[];
  readonly seed: number;
}

/** Reads the arguments into a plan; throws UsageError if they are not valid. */
export function readTunePlan(given: Arguments): TunePlan {
  const [extra] = given.positionals;
  if (extra !== undefined) {
    throw new UsageError(
      `Cannot tune: "${extra}" is not an option. Remedy: its option before it, or leave it out`,
    );
  }
  const [data, out] = [textOption(given, "data"), textOption(given, "out")];
  if (data === undefined)
    throw new UsageError("Cannot tune: --data NAME is missing. Remedy: --data written-reviews");
  requireLabelled(data);
  if (out === undefined)
    throw new UsageError("Cannot tune: --out DIR is missing. Remedy: --out build/classifier");
  const log = textOption(given, "log") ?? `${out.replace(/[/\\]+$/, "")}/trials.jsonl`;
  if (!log.endsWith(".jsonl")) {
    throw new UsageError(
      `Cannot write a log of trials as its path must end in .jsonl: current value is "${log}"`,
    );
  }
  requireUse(given, data);
  return {
    data,
    out,
    log,
    classes: (wholeOption(given, "classes", { least: 2, most: 3 }) ?? 2) as 2 | 3,
    tokenizer: choiceOption(given, "tokenizer", tokenizerNames),
    vectors: textOption(given, "vectors"),
    vectorSize: wholeOption(given, "vector-size") ?? 100,
    search: choiceOption(given, "search", ["halving", "random"]) ?? "halving",
    trials: wholeOption(given, "trials", { least: 1, most: MOST_TRIALS }) ?? 27,
    epochs: wholeOption(given, "epochs") ?? 27,
    patience: wholeOption(given, "patience") ?? 3,
    tunings: tuningsOf(textOption(given, "tunings")),
    seed: wholeOption(given, "seed", { least: 0, most: Number.MAX_SAFE_INTEGER - 1 }) ?? 1,
  };
}

/** Throws UsageError for an option that would change nothing. */
function requireUse({ options }: Arguments, data: string): void {
  if (options.classes !== undefined && data.endsWith(".jsonl")) {
    throw new UsageError(
      `Cannot tune on ${data} with --classes: the classes of a file are its labels. Remedy: leave out --classes`,
    );
  }
  if (options["vector-size"] === undefined || options.vectors === undefined) return;
  throw new UsageError(
    `Cannot tune with --vectors and --vector-size: the vectors of a file have the size that they have. Remedy: one of them`,
  );
}

function tuningsOf(text: string | undefined): readonly Tuning[] {
  if (text === undefined) return tunings;
  const names = text.split(",").map((name) => name.trim());
  const unknown = names.find((name) => !(tunings as readonly string[]).includes(name));
  if (unknown === undefined) return tunings.filter((name) => names.includes(name));
  throw new UsageError(
    `Cannot read --tunings as each must be one of ${tunings.join(", ")}: one is "${unknown}"`,
  );
}
