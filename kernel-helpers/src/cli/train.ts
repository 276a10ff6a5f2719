import { progressPrinter, stopOnInterrupt } from "#host";
import { type BackendChoice, backendNames, openBackend, type Tensorflow } from "../backend/index.ts";
import { corpusSentences } from "../corpus/index.ts";
import { tokenSentences } from "../tokens/index.ts";
import { progressLine, startTraining, type Training, type TrainOptions } from "../train/index.ts";
import { saveVectors, wordVectors } from "../vectors/index.ts";
import { choiceOption, textOption } from "./arguments.ts";
import type { Arguments, Command } from "./command.ts";
import { requireWritable } from "./require-writable.ts";
import { readTrainOptions, trainOptionSpecs } from "./train-options.ts";
import { UsageError } from "./usage-error.ts";

const backends: readonly BackendChoice[] = ["auto", ...backendNames];

/** `w2v train`: word vectors from a text. */
export const trainCommand: Command = {
  name: "train",
  summary: "word vectors from a text",
  positionals: "--corpus NAME --out FILE",
  options: {
    corpus: { value: "NAME", help: 'a data set, "sotu" or "toy", or a UTF-8 text file such as ./my.txt' },
    out: { value: "FILE", help: "where the vectors go: .vec or .txt for text, .bin for binary" },
    ...trainOptionSpecs,
    engine: { value: "NAME", help: "tensor (TensorFlow.js) or reference (float64, slow) (default: tensor)" },
    backend: {
      value: "NAME",
      help: `of the tensor engine: ${backends.join(", ")} (default: W2V_BACKEND or auto)`,
    },
  },
  notes: ["Ctrl-C stops early and still writes the vectors learned so far; a second Ctrl-C writes nothing."],
  examples: [
    "w2v train --corpus sotu --architecture skip-gram --out build/sotu.vec",
    "w2v train --corpus sotu --alpha 0.1 --epochs 1 --out build/quick.bin",
  ],
  run: train,
};

async function train(given: Arguments): Promise<number> {
  const { corpus, out, options, engine, backend } = readPlan(given);
  await requireWritable(out);
  const restore = stopOnInterrupt();
  try {
    const tf = engine === "tensor" ? await openTensorflow(backend) : undefined;
    const sentences = await tokenSentences(corpusSentences(corpus));
    const training = startTraining(sentences, options, tf);
    const { words } = training.vocabulary;
    console.log(
      `corpus: ${corpus}, ${training.settings.architecture} over ${words.length.toLocaleString("en")} words`,
    );
    const start = performance.now();
    const percent = await finish(training);
    await saveVectors(out, wordVectors(words, await training.inputTable()));
    training.close();
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    const stopped = percent < 100;
    console.log(
      stopped
        ? `stopped at ${Math.floor(percent)} %: wrote the vectors learned so far to ${out}`
        : `wrote ${out} after ${seconds} s`,
    );
    return stopped ? 130 : 0;
  } finally {
    restore();
  }
}

interface Plan {
  readonly corpus: string;
  readonly out: string;
  readonly options: TrainOptions;
  readonly engine: "tensor" | "reference";
  readonly backend: BackendChoice | undefined;
}

function readPlan(given: Arguments): Plan {
  const corpus = textOption(given, "corpus");
  const out = textOption(given, "out");
  if (given.positionals.length > 0 || corpus === undefined || out === undefined) {
    throw new UsageError("Cannot train as --corpus and --out must be given, and nothing besides options");
  }
  const engine = choiceOption(given, "engine", ["tensor", "reference"]) ?? "tensor";
  const backend = choiceOption(given, "backend", backends);
  if (backend !== undefined && engine === "reference") {
    throw new UsageError(
      "Cannot train as --backend must go with --engine tensor: the reference engine has none",
    );
  }
  return { corpus, out, options: readTrainOptions(given), engine, backend };
}

async function openTensorflow(choice: BackendChoice | undefined): Promise<Tensorflow> {
  const { tf, report } = await openBackend(choice);
  console.log(report);
  return tf;
}

/** Trains to the end or to Ctrl-C, showing how far it is; gives the part done in percent. */
async function finish(training: Training): Promise<number> {
  const printer = progressPrinter(process.stderr);
  const losses: number[] = [];
  let percent = 0;
  let examples = 0;
  for await (const progress of training) {
    percent = (100 * progress.tokens) / progress.totalTokens;
    if (progress.examples > examples) losses.push(progress.loss); // without an example there is no loss
    examples = progress.examples;
    printer.show(progressLine(progress));
  }
  printer.end();
  warnIfNotFallen(losses);
  return percent;
}

/** Too large steps end in vectors that mean nothing, and nothing else would say so. NaN has not fallen either. */
function warnIfNotFallen(losses: readonly number[]): void {
  const [first = Number.NaN] = losses;
  const last = losses.at(-1) ?? Number.NaN;
  if (losses.length < 2 || last < first) return;
  const course = `from ${first.toFixed(3)} to ${last.toFixed(3)}`;
  console.error(
    `warning: the loss went ${course}: it must fall. Remedy: a smaller --alpha or --batch-size, or more --epochs`,
  );
}
