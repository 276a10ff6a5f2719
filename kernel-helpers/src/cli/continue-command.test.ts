import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { continueCommand } from "./continue-command.ts";
import { planOf } from "./train-plan.suite.ts";

test("continueCommand() names the text, the vectors and the checkpoint, and what a checkpoint does not keep", () => {
  expect(continueCommand(planOf({ corpus: "./my.txt" }), "a.ckpt")).toBe(
    "w2v train --corpus ./my.txt --out a.vec --resume a.ckpt",
  );
  const more = planOf({
    corpus: "-",
    field: "body",
    encodingErrors: "replace",
    every: 20,
    everyMinutes: 0,
    threads: 1,
    log: "run.csv",
  });
  expect(continueCommand(more, "-a.ckpt")).toBe(
    "w2v train --corpus - --field body --encoding-errors replace --out a.vec --resume=-a.ckpt " +
      "--every 20 --every-minutes 0 --threads 1 --log run.csv",
  );
});

test.runIf(process.platform !== "win32")(
  "continueCommand() is read back by a shell, whatever the names",
  () => {
    const corpus = './it\'s $HOME `x` "y" \\ *.txt';
    const command = continueCommand(planOf({ corpus }), "~/a b.ckpt");
    const read = execFileSync("sh", ["-c", `w2v() { printf '%s\\n' "$@"; }; ${command}`], {
      encoding: "utf8",
    });
    expect(read.trimEnd().split("\n")).toEqual([
      "train",
      "--corpus",
      corpus,
      "--out",
      "a.vec",
      "--resume",
      "~/a b.ckpt",
    ]);
  },
);
