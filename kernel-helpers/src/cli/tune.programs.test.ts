import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { classifyTexts, loadClassifier } from "../classify/index.ts";
import { buildForTests, type Ended, w2v } from "./w2v.suite.ts";

let folder = "";
beforeAll(() => {
  buildForTests();
  folder = mkdtempSync(join(tmpdir(), "w2v-tune-"));
  const words = {
    good: ["fine", "great", "lovely"],
    bad: ["dull", "poor", "awful"],
    so: ["plain", "usual", "same"],
  };
  const lines = Array.from({ length: 150 }, (_, i) => {
    const label = (["good", "bad", "so"] as const)[i % 3] as "good";
    const text = `a ${words[label][i % 2]} thing ${words[label][(i + 1) % 3]} number ${"abcdefghij"[i % 10]} of ${"klmnopqrst"[(i >> 1) % 10]}`;
    return JSON.stringify({ text, label, group: `${i}` });
  });
  writeFileSync(join(folder, "texts.jsonl"), `${lines.join("\n")}\n`);
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...words: string[]): Promise<Ended> =>
  w2v([
    "tune",
    "--data",
    join(folder, "texts.jsonl"),
    "--vector-size",
    "8",
    "--trials",
    "6",
    "--epochs",
    "6",
    ...words,
  ]);
const rowsOf = (log: string): Record<string, unknown>[] =>
  readFileSync(log, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
const timeless = (log: string): object[] =>
  rowsOf(log).map(({ _runtime, _timestamp, seconds, ...row }) => row);

test("w2v tune logs each trial, judges the best on the test part and saves it; cut, it goes on to the same end", async () => {
  const out = join(folder, "whole");
  const { code, stdout, stderr } = await run("--out", out);
  expect([code, stderr.includes("Cannot")], stderr).toEqual([0, false]);
  expect(stdout).toMatch(/^150 texts, 90 \+ 30 \+ 30 for training, validation and test: bad, good, so$/m);
  expect(stdout).toMatch(/^test part, used once: accuracy [\d.]+, 95 % interval [\d.]+ to [\d.]+$/m);
  const log = join(out, "trials.jsonl");
  expect(rowsOf(log).map(({ _step, epochs }) => [_step, epochs])).toEqual(
    [1, 2, 3, 4, 5, 6, 7, 8].map((step) => [step, step <= 6 ? 2 : 6]),
  );
  const classifier = await loadClassifier(out);
  expect(classifier.classes).toEqual(["bad", "good", "so"]);
  expect(Object.keys(classifier.card.scores)).toContain("accuracy, test part");
  expect(Object.keys(classifyTexts(classifier, ["a fine thing"])[0]!.probabilities)).toEqual([
    "bad",
    "good",
    "so",
  ]);

  const cut = join(folder, "cut.jsonl");
  const lines = readFileSync(log, "utf8").split("\n");
  writeFileSync(cut, `${lines.slice(0, 3).join("\n")}\n${lines[3]?.slice(0, 20)}`); // a crash in the fourth line
  writeFileSync(join(folder, "cut.config.json"), readFileSync(join(out, "trials.config.json")));
  const again = await run("--out", join(folder, "again"), "--log", cut);
  expect(again.stdout).toContain(`3 trials known from ${cut}`);
  expect(timeless(cut)).toEqual(timeless(log));
  expect(again.stdout.match(/^best: .*$/m)?.[0]).toBe(stdout.match(/^best: .*$/m)?.[0]);

  const other = await run("--out", join(folder, "again"), "--log", cut, "--seed", "2");
  expect([other.code, other.stderr]).toEqual([
    1,
    expect.stringMatching(/Cannot continue the search in .*cut\.jsonl as (?:vectors|seed) must be/),
  ]);
}, 60_000);

test("Ctrl-C leaves the trials that ended in the log, writes no classifier, and tells the command that goes on", async () => {
  const out = join(folder, "stopped");
  const ended = await w2v(
    [
      "tune",
      "--data",
      "written-reviews",
      "--out",
      out,
      "--vector-size",
      "8",
      "--trials",
      "300",
      "--search",
      "random",
    ],
    (child) => {
      const timer = setInterval(() => {
        const log = join(out, "trials.jsonl");
        if (!existsSync(log) || readFileSync(log, "utf8") === "") return;
        clearInterval(timer);
        child.kill("SIGINT");
      }, 20);
    },
  );
  expect(ended.code).toBe(130);
  expect(ended.stdout).toMatch(
    /stopped: no classifier was written\. \d+ trials? in .*trials\.jsonl\. To continue: w2v tune --data written-reviews /,
  );
  expect(rowsOf(join(out, "trials.jsonl")).length).toBeGreaterThan(0);
  expect(existsSync(join(out, "model.json"))).toBe(false);
}, 60_000);

test.each([
  [["tune"], 2, "--data NAME is missing"],
  [
    ["tune", "--data", "toy", "--out", "x"],
    2,
    "--data must be a file that ends in .jsonl, or one of film-snippets, ",
  ],
  [["tune", "--data", "headlines"], 2, "--out DIR is missing"],
  [
    ["tune", "--data", "headlines", "--out", "x", "--tunings", "half"],
    2,
    'one of frozen, low-rank, full: one is "half"',
  ],
  [["tune", "--data", "headlines", "--out", "x", "--log", "x.csv"], 2, "its path must end in .jsonl"],
  [
    ["tune", "--data", "x.jsonl", "--out", "x", "--log", "./x.jsonl"],
    2,
    "Cannot write --log ./x.jsonl: it is the file of --data",
  ],
  [["tune", "--data", "headlines", "--out", "x", "--trials", "1e9"], 2, "from 1 to 1000000"],
  [["tune", "--data", "x.jsonl", "--out", "x", "--classes", "3"], 2, "the classes of a file are its labels"],
  [
    ["tune", "--data", "headlines", "--out", "x", "--vectors", "y.vec", "--vector-size", "5"],
    2,
    "Cannot tune with --vectors and --vector-size",
  ],
] as const)("w2v %j is refused", async (words, code, message) => {
  const ended = await w2v(words);
  expect(ended.stderr).toContain(message);
  expect([ended.code, ended.stdout]).toEqual([code, ""]);
});

test("a line that is no text with a label is told by its number", async () => {
  const bad = join(folder, "bad.jsonl");
  writeFileSync(bad, '{"text": "a", "label": "b"}\n{"text": 1, "label": "b"}\n');
  const { code, stderr } = await w2v(["tune", "--data", bad, "--out", join(folder, "bad")]);
  expect([code, stderr]).toEqual([
    1,
    expect.stringContaining('line 2 has no text in its field "text". Remedy: lines such as'),
  ]);
});

test("vectors of other words, and vectors that are too long, are told with a remedy that w2v tune has", async () => {
  const other = join(folder, "other.vec");
  writeFileSync(other, "1 2\nxyz 0.5 0.5\n");
  const data = ["--data", join(folder, "texts.jsonl"), "--out", join(folder, "other")];
  const [unknown, long] = await Promise.all([
    w2v(["tune", ...data, "--vectors", other]),
    w2v(["tune", ...data, "--vector-size", "1e9"]),
  ]);
  expect([unknown.code, unknown.stderr]).toEqual([
    1,
    expect.stringMatching(
      /as a word of its texts must have a vector in .*other\.vec: "a" has none\. Remedy: vectors of/,
    ),
  ]);
  expect([long.code, long.stderr]).toEqual([1, expect.stringMatching(/Remedy: a smaller --vector-size\n$/)]);
});
