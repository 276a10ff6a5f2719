import { existsSync, statSync } from "node:fs";
import { resolve, sep } from "node:path";
import { isCorpusPath, isCorpusText } from "../corpus/index.ts";
import { configPath, projectorNames } from "../record/index.ts";
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
  resume,
  log,
  tensorboard,
}: TrainPlan): Promise<void> {
  await requireWritable(out);
  // one to resume must be a file already: to read it says better what is wrong, and makes no folder
  const isFile = checkpoint !== resume || statSync(checkpoint ?? "", { throwIfNoEntry: false })?.isFile();
  if (checkpoint !== undefined && isFile) await requireWritable(checkpoint, "a checkpoint", "--checkpoint");
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
