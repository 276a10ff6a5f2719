import { existsSync, statSync } from "node:fs";
import { basename, dirname, join, sep } from "node:path";
import { isCorpusPath, isCorpusText } from "../corpus/index.ts";
import { configPath, projectorNames } from "../record/index.ts";
import { tokenRecordPath } from "./keep-token-record.ts";
import { type NamedFile, realPath, requireDistinct } from "./require-distinct.ts";
import { requireWritable } from "./require-writable.ts";
import { say } from "./say.ts";
import type { TrainPlan } from "./train-plan.ts";
import { UsageError } from "./usage-error.ts";

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
  if (isCorpusPath(corpus)) requireNoNewText(named(text, corpus)[0] as NamedFile, outputs);
}

/** The outputs that are there already and are texts of the corpus, where it is a folder. */
function textsBelow(option: string, corpus: string, outputs: readonly NamedFile[]): NamedFile[] {
  return outputs
    .filter(({ path }) => isTextBelow(corpus, path) && existsSync(path))
    .map(({ path }) => ({ option, path }));
}

/** Throws UsageError if an output would be a text of the corpus's folder, which the next training would read. */
function requireNoNewText(corpus: NamedFile, outputs: readonly NamedFile[]): void {
  const output = outputs.find(({ path }) => isTextBelow(corpus.path, path));
  if (output === undefined) return;
  throw new UsageError(
    `Cannot write ${output.option} ${output.path}: by its name it would be a text of ${corpus.option} ${corpus.path}, and the next training would ` +
      `read it. Remedy: another folder for ${output.option}`,
  );
}

/** Whether a file, or what it links to, lies below the folder of a corpus and is one of its texts by its ending. */
function isTextBelow(folder: string, path: string): boolean {
  const start = realPath(folder).replace(/[/\\]*$/, sep);
  const names = [realPath(path), join(realPath(dirname(path)), basename(path))];
  return names.some((name) => name.startsWith(start) && isCorpusText(name));
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
