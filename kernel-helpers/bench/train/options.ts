import { parseArgs } from "node:util";
import { type CorpusName, corpusNames } from "./corpora.ts";
import { type Architecture, type Plan, SLOWEST } from "./jobs.ts";
import { programs } from "./programs.ts";

/** What the command line asks for. */
export interface Options {
  readonly plan: Plan;
  readonly quick: boolean;
  /** Forget the runs that are kept. */
  readonly fresh: boolean;
  /** Repeat the runs that other work disturbed. */
  readonly again: boolean;
  readonly write: boolean;
}

/** What `--help` prints; docs/bench.md says more. */
export const HELP = `Trains with gensim, fastText, word2vec.c and this library, and prints words/s with the quality of the vectors beside.

Usage: npm run bench:train -- [OPTIONS]

  --quick            a twentieth of the State of the Union, once each: some minutes
  --write            also writes the results and the tables in the documents
  --fresh            forgets the trainings that are kept in build/bench-train
  --again            repeats those that other work disturbed
  --programs NAMES   ${programs.map(({ name }) => name).join(", ")}
                     (default: all but ${SLOWEST.join(" and ")})
  --corpora NAMES    ${corpusNames.join(", ")} (default: sotu,registries)
  --architectures    skip-gram, cbow (default: both)
  --dims NUMBERS     numbers per vector (default: 100,300)
  --threads NUMBERS  threads of each program (default: 1,2)
  --repeats N        trainings of each program (default: 5)
  --seeds N          how many of them are judged (default: 4)
  --epochs N         passes over the text (default: 5)

Several names or numbers are separated by commas. docs/bench.md explains it.`;

/** Those that are measured unless others are named: all but our engines that take minutes. */
const USUAL = programs.map(({ name }) => name).filter((name) => !SLOWEST.includes(name));

/** Reads the command line. Throws RangeError with the choices for a value that is none of them. */
export function readOptions(args: readonly string[]): Options {
  const text = { type: "string" } as const;
  const flag = { type: "boolean", default: false } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...{ quick: flag, fresh: flag, again: flag, write: flag },
      ...{ corpora: text, architectures: text, dims: text, threads: text, programs: text },
      ...{ repeats: text, seeds: text, epochs: text },
    },
  });
  const { quick, fresh, again, write } = values;
  if (quick && write) {
    throw new RangeError(
      "Cannot write results of --quick, which trains on a small text. Remedy: leave one of them out",
    );
  }
  const plan: Plan = {
    corpora: chosen(
      "corpora",
      values.corpora,
      corpusNames,
      quick ? ["quick"] : ["sotu", "registries"],
    ) as CorpusName[],
    architectures: chosen("architectures", values.architectures, ["skip-gram", "cbow"]) as Architecture[],
    programs: chosen(
      "programs",
      values.programs,
      programs.map(({ name }) => name),
      USUAL,
    ),
    dims: numbers("dims", values.dims ?? (quick ? "100" : "100,300")),
    threads: numbers("threads", values.threads ?? (quick ? "1" : "1,2")),
    repeats: number("repeats", values.repeats ?? (quick ? "1" : "5")),
    seeds: number("seeds", values.seeds ?? (quick ? "1" : "4")),
    epochs: number("epochs", values.epochs ?? "5"),
  };
  return { plan, quick, fresh, again, write };
}

function chosen(
  name: string,
  given: string | undefined,
  choices: readonly string[],
  usual: readonly string[] = choices,
): readonly string[] {
  const wanted = given?.split(",") ?? usual;
  const wrong = wanted.find((word) => !choices.includes(word));
  if (wrong === undefined) return wanted;
  throw new RangeError(
    `Cannot measure as --${name} must be among ${choices.join(", ")}: current value is "${wrong}"`,
  );
}

function numbers(name: string, given: string): number[] {
  return given.split(",").map((one) => number(name, one));
}

function number(name: string, given: string): number {
  if (/^[1-9]\d*$/.test(given)) return Number(given);
  throw new RangeError(
    `Cannot measure as --${name} must be a whole number >= 1: current value is "${given}"`,
  );
}
