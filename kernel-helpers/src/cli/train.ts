import { host, progressPrinter, stopOnInterrupt } from "#host";
import { type BackendChoice, backendNames, openBackend, type Tensorflow } from "../backend/index.ts";
import { corpusSentences } from "../corpus/index.ts";
import { tokenSentences } from "../tokens/index.ts";
import {
  type Checkpoint,
  loadCheckpoint,
  progressLine,
  resumeTraining,
  startTraining,
  type Training,
} from "../train/index.ts";
import { saveVectors, wordVectors } from "../vectors/index.ts";
import type { Arguments, Command } from "./command.ts";
import { checkpointRecorder, logRecorder, type Recorder, tensorboardRecorder } from "./recorder.ts";
import { requireWritable } from "./require-writable.ts";
import { requireOutputs, warnIfNotFallen } from "./train-checks.ts";
import { readTrainPlan, type TrainPlan, trainSpecs } from "./train-plan.ts";

/** `w2v train`: word vectors from a text. */
export const trainCommand: Command = {
  name: "train",
  summary: "word vectors from a text",
  positionals: "--corpus NAME --out FILE",
  options: trainSpecs,
  notes: [
    "Ctrl-C stops early and still writes the vectors learned so far; a second Ctrl-C writes nothing.",
    "See docs/training.md for optimisers, checkpoints and logs.",
  ],
  examples: [
    "w2v train --corpus sotu --architecture skip-gram --out build/sotu.vec",
    "w2v train --corpus sotu --alpha 0.1 --epochs 1 --out build/quick.bin",
    "w2v train --corpus sotu --out build/sotu.vec --checkpoint build/sotu.ckpt",
    "w2v train --corpus sotu --out build/sotu.vec --resume build/sotu.ckpt",
  ],
  run: train,
};

async function train(given: Arguments): Promise<number> {
  const plan = readTrainPlan(given);
  const { out, checkpoint, log, tensorboard } = plan;
  requireOutputs(plan);
  await requireWritable(out);
  if (checkpoint !== undefined) await requireWritable(checkpoint, "a checkpoint", "--checkpoint");
  if (log !== undefined) await requireWritable(log, "a log", "--log");
  if (tensorboard !== undefined)
    await requireWritable(`${tensorboard}/tensors.tsv`, "a log", "--tensorboard");
  const restore = stopOnInterrupt();
  try {
    const from = plan.resume === undefined ? undefined : await loadCheckpoint(plan.resume);
    const training = await prepare(plan, from);
    const recorders = await openRecorders(plan, training, from?.position.examples);
    const start = performance.now();
    const { percent, learned } = await finish(training, recorders);
    if (!learned && from === undefined) {
      training.close();
      console.log(`stopped before the first example: nothing was written to ${out}`); // it would replace better vectors
      return 130;
    }
    await saveVectors(out, wordVectors(training.vocabulary.words, await training.inputTable()));
    training.close();
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    const stopped = percent < 100;
    console.log(
      stopped
        ? `stopped at ${Math.floor(percent)} %: wrote the vectors learned so far to ${out}` +
            (checkpoint === undefined ? "" : `; to continue: --resume ${checkpoint}`)
        : `wrote ${out} after ${seconds} s`,
    );
    return stopped ? 130 : 0;
  } finally {
    restore();
  }
}

/** A new training, or one that continues from a checkpoint. */
async function prepare(
  { corpus, encodingErrors, options, engine, backend }: TrainPlan,
  from: Checkpoint | undefined,
): Promise<Training> {
  const isTensor = (engine ?? from?.by ?? "tensor") === "tensor";
  const tf = isTensor ? await openTensorflow(backend ?? backendOf(from)) : undefined;
  if (from && tf) warnIfOther(from.backend, tf.getBackend());
  const sentences = await tokenSentences(corpusSentences(corpus, { encodingErrors }));
  const training = from
    ? resumeTraining(from, sentences, options, tf)
    : startTraining(sentences, options, tf);
  const words = training.vocabulary.words.length.toLocaleString("en");
  console.log(`corpus: ${corpus}, ${training.settings.architecture} over ${words} words`);
  if (from) console.log(`resumed after ${from.position.examples.toLocaleString("en")} examples`);
  return training;
}

/** The backend that a checkpoint was written on, unless the user chose another. For TensorFlow's two, auto decides. */
function backendOf(from: Checkpoint | undefined): BackendChoice | undefined {
  if (host.setting("W2V_BACKEND")) return undefined;
  return backendNames.find((name) => name === from?.backend);
}

function warnIfOther(before: string, now: string): void {
  if (before === now) return;
  console.error(
    `warning: the checkpoint was written on the backend ${before}, this is ${now}: the last digits will differ. ` +
      `Remedy: --backend ${before === "tensorflow" ? "native or cuda" : before}`,
  );
}

/** `examples` is the number of examples that a resumed training had already done. */
async function openRecorders(
  { checkpoint, every, log, tensorboard }: TrainPlan,
  { settings }: Training,
  examples: number | undefined,
): Promise<Recorder[]> {
  return [
    ...(log === undefined ? [] : [await logRecorder(log, settings, examples)]),
    ...(tensorboard === undefined ? [] : [await tensorboardRecorder(tensorboard)]),
    ...(checkpoint === undefined ? [] : [checkpointRecorder(checkpoint, every)]),
  ];
}

async function openTensorflow(choice: BackendChoice | undefined): Promise<Tensorflow> {
  const { tf, report } = await openBackend(choice);
  console.log(report);
  return tf;
}

/** Trains to the end or until Ctrl-C, showing the progress; returns the percentage done and whether anything was learned. */
async function finish(
  training: Training,
  recorders: readonly Recorder[],
): Promise<{ percent: number; learned: boolean }> {
  const printer = progressPrinter(process.stderr);
  const losses: number[] = [];
  let percent = 100; // stays so if the training had already ended when it was resumed
  let examples = 0;
  for await (const progress of training) {
    percent = (100 * progress.tokens) / progress.totalTokens;
    if (progress.examples > examples) losses.push(progress.loss); // no new examples, no loss
    examples = progress.examples;
    printer.show(progressLine(progress));
    for (const recorder of recorders) await recorder.event(progress, training);
  }
  printer.end();
  for (const recorder of recorders) await recorder.end(training);
  warnIfNotFallen(losses);
  return { percent, learned: examples > 0 };
}
