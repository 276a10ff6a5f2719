import { existsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { counted } from "../base/index.ts";
import { requireClassifierFolder, type Split } from "../classify/index.ts";
import { configPath } from "../record/index.ts";
import type { LabelledData } from "./labelled-data.ts";
import { isSameFile, type NamedFile, requireDistinct } from "./require-distinct.ts";
import { requireWritable } from "./require-writable.ts";
import type { TunePlan } from "./tune-plan.ts";
import { UsageError } from "./usage-error.ts";

/**
 * Throws unless everything that the plan writes can be written without destroying what it reads, or a file that no classifier and no search wrote: call it before
 * long work.
 */
export async function requireTuneOutputs({ data, vectors, out, log }: TunePlan): Promise<void> {
  const logs = [log, configPath(log)];
  const named = (option: string, paths: readonly string[]): NamedFile[] =>
    paths.map((path) => ({ option, path }));
  const outputs = [...named("--out", [`${out}/model.json`, `${out}/README.md`]), ...named("--log", logs)];
  const inputs = [
    ...(data.endsWith(".jsonl") ? named("--data", [data]) : []),
    ...(vectors === undefined ? [] : named("--vectors", [vectors])),
  ];
  requireDistinct(outputs, inputs);
  if (vectors !== undefined && existsSync(`${out}/model.json`) && isSameFile(dirname(vectors), out)) {
    throw new UsageError(
      `Cannot write a classifier to ${out}: the classifier that is there, with its vectors ${vectors}, would be replaced. Remedy: another --out`,
    );
  }
  for (const file of ["model.json", "README.md"]) await requireWritable(`${out}/${file}`, "a classifier");
  for (const path of logs) {
    await requireWritable(path, "a log", "--log");
    if (statSync(path, { throwIfNoEntry: false })?.isFile() !== false) continue;
    throw new UsageError(
      `Cannot write a log of trials to ${path} as it must be a file, from which the search goes on: it is a device or a pipe. Remedy: another --log`,
    );
  }
  await requireClassifierFolder(out);
}

/** Throws RangeError for texts that cannot be divided into three parts, or have one class. */
export function requireTunable(path: string, { texts, groups, classes }: LabelledData): void {
  const action = `Cannot tune on ${path}`;
  const several = new Set(groups).size;
  if (several < 3) {
    throw new RangeError(
      `${action} as its texts must be of three groups or more, for training, validation and test: there are ${counted(texts.length, "text")} in ` +
        `${counted(several, "group")}. Remedy: more texts; copies of a text, and texts with the same "group", are one group`,
    );
  }
  if (classes.length >= 2) return;
  throw new RangeError(
    `${action} as its texts must have two labels or more: all have ${JSON.stringify(classes[0])}. Remedy: add texts with another label`,
  );
}

/** Throws RangeError if the training part lacks a class: a classifier cannot learn what it never sees. */
export function requireEveryClass(path: string, { labels, classes }: LabelledData, { train }: Split): void {
  const seen = new Set(train.examples.map((example) => labels[example]));
  const lost = classes.filter((_, k) => !seen.has(k));
  if (lost.length === 0) return;
  const count = labels.filter((label) => classes[label] === lost[0]).length;
  const remedy = count === 0 ? "--classes 2" : "more texts with it, another --seed, or leave those texts out";
  const more = lost.length > 1 ? `, nor of ${counted(lost.length - 1, "other label")}` : "";
  throw new RangeError(
    `Cannot tune on ${path} as the training part must have a text of every label: it has none of ${JSON.stringify(lost[0])}, of which there ` +
      `${count === 1 ? "is" : "are"} ${counted(count, "text")}${more}. Remedy: ${remedy}`,
  );
}
