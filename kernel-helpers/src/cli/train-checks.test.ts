import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { requireOutputs } from "./train-checks.ts";
import { planOf } from "./train-plan.suite.ts";
import type { TrainPlan } from "./train-plan.ts";
import { UsageError } from "./usage-error.ts";

test.each<[Partial<TrainPlan>, string]>([
  [{ corpus: "./a.vec" }, "--out a.vec: it is the file of --corpus"],
  [{ corpus: "./a.vec.tokens.json" }, "--out a.vec.tokens.json: it is the file of --corpus"],
  [{ checkpoint: "a.vec.tokens.json" }, "--checkpoint a.vec.tokens.json: it is the file of --out"],
  [{ checkpoint: "./a.vec" }, "--checkpoint ./a.vec: it is the file of --out"],
  [{ from: "b.ckpt", checkpoint: "./b.ckpt" }, "--checkpoint ./b.ckpt: it is the file of --from"],
  [{ from: "b.ckpt", corpus: "./a.vec" }, "--out a.vec: it is the file of --add"],
  [{ resume: "a.vec", checkpoint: "a.vec" }, "--out a.vec: it is the file of --resume"],
  [{ resume: "b.txt", checkpoint: "b.txt", corpus: "./b.txt" }, "--resume b.txt: it is the file of --corpus"],
  [{ log: "run.jsonl", checkpoint: "run.jsonl" }, "--checkpoint run.jsonl: it is the file of --log"],
  // the settings beside a log
  [
    { log: "run.jsonl", checkpoint: "run.config.json" },
    "--checkpoint run.config.json: it is the file of --log",
  ],
  [{ log: "run.csv", corpus: "./run.config.json" }, "--log run.config.json: it is the file of --corpus"],
  // the files of TensorBoard's projector
  [{ tensorboard: ".", corpus: "./tensors.tsv" }, "--tensorboard ./tensors.tsv: it is the file of --corpus"],
  [
    { tensorboard: "logs", checkpoint: "logs/metadata.tsv" },
    "--checkpoint logs/metadata.tsv: it is the file of --tensorboard",
  ],
  [
    { tensorboard: "logs", resume: "logs/projector_config.pbtxt" },
    "--tensorboard logs/projector_config.pbtxt: it is the file of --resume",
  ],
])("requireOutputs() refuses %o", (paths, problem) => {
  expect(() => requireOutputs(planOf(paths))).toThrow(UsageError);
  expect(() => requireOutputs(planOf(paths))).toThrow(`Cannot write ${problem}. Remedy: another name`);
});

test.each<Partial<TrainPlan>>([
  {},
  { checkpoint: "a.ckpt", resume: "a.ckpt" },
  { log: "run.jsonl", checkpoint: "run.ckpt", tensorboard: "logs" },
])("requireOutputs() accepts %o", (paths) => {
  expect(() => requireOutputs(planOf(paths))).not.toThrow();
});

test("requireOutputs() refuses an output whose name would make it a text of the corpus's folder", () => {
  const folder = mkdtempSync(join(tmpdir(), "w2v-texts-"));
  mkdirSync(join(folder, "d"));
  writeFileSync(join(folder, "d/a.txt"), "text");
  symlinkSync(join(folder, "d"), join(folder, "linked"), "junction");
  const d = join(folder, "d");
  for (const paths of [
    { out: join(d, "v.txt") },
    { out: join(folder, "linked/new/v.txt") },
    { log: join(d, "b.jsonl") },
    { checkpoint: join(d, "below/c.txt") },
  ]) {
    const [option, path] = Object.entries(paths)[0] as [string, string];
    const problem = `Cannot write --${option} ${path}: by its name it would be a text of --corpus ${d}, `;
    for (const corpus of [d, `${d}/`])
      expect(() => requireOutputs(planOf({ ...paths, corpus }))).toThrow(
        problem.replace(`${d}, `, `${corpus}, `),
      );
  }
  const others = { out: join(d, "v.vec"), log: join(d, "b.csv"), checkpoint: join(folder, "d.txt") };
  expect(() => requireOutputs(planOf({ ...others, corpus: d }))).not.toThrow();
  expect(() => requireOutputs(planOf({ out: join(d, "v.txt"), corpus: join(d, "a.txt") }))).not.toThrow();
  rmSync(folder, { recursive: true });
});

test("requireOutputs() refuses an output over a text of the corpus's folder, and no other file in it", () => {
  const folder = mkdtempSync(join(tmpdir(), "w2v-texts-"));
  for (const name of ["a.txt", "a.vec", "b.jsonl"]) writeFileSync(join(folder, name), "text");
  for (const [out, log] of [
    ["a.txt", "none.jsonl"],
    ["a.vec", "b.jsonl"],
  ] as const) {
    const paths = { corpus: folder, out: join(folder, out), log: join(folder, log) };
    expect(() => requireOutputs(planOf(paths))).toThrow("it is the file of --corpus. Remedy: another name");
  }
  expect(() => requireOutputs(planOf({ corpus: folder, out: join(folder, "a.vec") }))).not.toThrow();
  rmSync(folder, { recursive: true });
});
