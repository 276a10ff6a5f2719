import { existsSync } from "node:fs";
import { resolve, sep } from "node:path";
import { isCorpusPath, isCorpusText } from "../corpus/index.ts";
import { configPath, projectorNames } from "../record/index.ts";
import type { EngineName, Training, TrainingProgress } from "../train/index.ts";
import { tokenRecordPath } from "./keep-token-record.ts";
import { type NamedFile, requireDistinct } from "./require-distinct.ts";
import { requireWritable } from "./require-writable.ts";
import { say } from "./say.ts";
import type { TrainPlan } from "./train-plan.ts";

/** Throws UsageError if an output would destroy another file of the plan; a training may go on in its own checkpoint. */
export function requireOutputs({ corpus, out, checkpoint, log, tensorboard, resume, from }: TrainPlan): void {
  const named = (option: string, path: string | undefined): NamedFile[] =>
    path === undefined ? [] : [{ option, path }];
  const logs = log === undefined ? [] : [...named("--log", log), ...named("--log", configPath(log))];
  const board = projectorNames.flatMap((name) =>
    named("--tensorboard", tensorboard === undefined ? undefined : `${tensorboard}/${name}`),
  );
  const own = [...named("--out", out), ...named("--out", tokenRecordPath(out)), ...logs, ...board];
  requireDistinct(own, named("--resume", resume));
  const outputs = [...own, ...named(checkpoint === resume ? "--resume" : "--checkpoint", checkpoint)];
  const text = from === undefined ? "--corpus" : "--add";
  const read = isCorpusPath(corpus) ? [...named(text, corpus), ...textsBelow(text, corpus, outputs)] : [];
  requireDistinct(outputs, [...read, ...named("--from", from)]);
}

/** The outputs that are there already and are texts of the corpus, where it is a folder. */
function textsBelow(option: string, corpus: string, outputs: readonly NamedFile[]): NamedFile[] {
  const folder = `${resolve(corpus)}${sep}`;
  return outputs
    .filter(({ path }) => resolve(path).startsWith(folder) && isCorpusText(path) && existsSync(path))
    .map(({ path }) => ({ option, path }));
}

/** Throws unless every output of the plan can be written. */
export async function requireWritableOutputs({
  out,
  checkpoint,
  log,
  tensorboard,
}: TrainPlan): Promise<void> {
  await requireWritable(out);
  if (checkpoint !== undefined) await requireWritable(checkpoint, "a checkpoint", "--checkpoint");
  if (log !== undefined) {
    for (const path of [log, configPath(log)]) await requireWritable(path, "a log", "--log");
  }
  if (tensorboard === undefined) return;
  for (const name of projectorNames)
    await requireWritable(`${tensorboard}/${name}`, "a log", "--tensorboard");
}

/** Vectors that learned nothing would replace better ones; returns the exit status. */
export function tellNothingLearned({ out }: TrainPlan): number {
  say(`stopped before the first example: nothing was written to ${out}`);
  return 130;
}

/** Where a training is that must not go on without a loss. */
export interface LossPlace {
  /** The examples at the event before. */
  readonly before: number;
  readonly training: Pick<Training, "engine" | "settings">;
  /** Whether its options are those of a checkpoint. */
  readonly resumed: boolean;
}

/** Throws Error if the loss of an event that has new examples is not a number: from there on nothing is learned. */
export function requireFiniteLoss(
  { loss, examples }: Pick<TrainingProgress, "loss" | "examples">,
  { before, training, resumed }: LossPlace,
): void {
  if (Number.isFinite(loss)) return;
  const [since, now] = [before, examples].map((count) => count.toLocaleString("en"));
  const remedy = `${smallerSteps(training.engine)}: --alpha is ${training.settings.alpha}`;
  throw new Error(
    `Cannot go on as the training has diverged: between example ${since} and example ${now} its loss became ${loss}, and its vectors ` +
      `are useless. Remedy: ${resumed ? "begin again without --resume, with " : ""}${remedy}`,
  );
}

/**
 * Steps that are too large give meaningless vectors, and nothing else would say so. `losses` are those of a new training from
 * its start: one that goes on with a model has learned before its first loss.
 */
export function warnIfNotFallen(losses: readonly number[], engine: EngineName): void {
  const [first, last] = [losses[0], losses.at(-1)];
  if (first === undefined || last === undefined || losses.length < 2 || last < first) return;
  const course = `from ${first.toFixed(3)} to ${last.toFixed(3)}`;
  console.error(
    `warning: the loss went ${course} instead of falling. Remedy: ${smallerSteps(engine)}, or more --epochs`,
  );
}

/** Only the tensor engine takes batches. */
function smallerSteps(engine: EngineName): string {
  return engine === "tensor" ? "a smaller --alpha or --batch-size" : "a smaller --alpha";
}
