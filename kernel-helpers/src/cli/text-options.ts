import { textOption } from "./arguments.ts";
import type { Arguments, OptionSpec } from "./command.ts";
import { UsageError } from "./usage-error.ts";

/** The options of `w2v train` that say what it reads. */
export const textSpecs: Readonly<Record<string, OptionSpec>> = {
  corpus: {
    value: "NAME",
    help: "a data set such as sotu; ./my.txt or ./my.jsonl, also as .gz; a folder of these; - for stdin; npm:package/path",
    several: "a folder with the files, or all in one stream: cat a.txt b.txt | w2v train --corpus -",
  },
  from: {
    value: "FILE",
    help: "a checkpoint whose words and vectors go on with the text of --add, in place of --corpus",
  },
  add: {
    value: "NAME",
    help: "the text that --from goes on with: what --corpus takes; its new words join",
    several: "a folder with the files, or all in one stream: cat a.txt b.txt | w2v train --from FILE --add -",
  },
};

/** What a training reads. */
export interface TextPlan {
  /** The text to train on. */
  readonly corpus: string;
  /** The checkpoint whose model goes on with the text; undefined for a new model, and with --resume. */
  readonly from: string | undefined;
  /** The checkpoint to resume. */
  readonly resume: string | undefined;
}

/** Reads what a training reads; throws UsageError for options that do not go together, and for no text. */
export function readTextOptions(given: Arguments): TextPlan {
  const [corpus, add, from, resume] = ["corpus", "add", "from", "resume"].map((name) =>
    textOption(given, name),
  );
  if (add !== undefined) {
    if (from === undefined) {
      throw refused(
        "--add needs --from FILE",
        "the checkpoint of the training that it adds to, or --corpus for a new one",
      );
    }
    if (corpus !== undefined) {
      throw refused(
        "--corpus and --add name two texts",
        "leave out --corpus, whose words are in the checkpoint",
      );
    }
    if (resume !== undefined) {
      throw refused(
        "--from begins a training, and --resume continues one",
        "leave out --from, and name the text by --corpus",
      );
    }
    return { corpus: add, from, resume };
  }
  if (from !== undefined) {
    throw refused("--from needs --add NAME", "the new text, or --resume to continue an unfinished training");
  }
  if (corpus === undefined) throw refused("--corpus NAME is missing", "--corpus sotu, or --corpus ./my.txt");
  return { corpus, from, resume };
}

function refused(problem: string, remedy: string): UsageError {
  return new UsageError(`Cannot train: ${problem}. Remedy: ${remedy}`);
}
