import { appendFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { wordVectors } from "kernel-helpers";
import { expect, onTestFinished, test } from "vitest";
import { median } from "../median.ts";
import { nearestWords, sharedNeighbours } from "../neighbour-agreement.ts";
import { runChild } from "./child.ts";
import { duration, expectedSeconds } from "./estimate.ts";
import { type Job, jobKey, jobsOf, type Plan } from "./jobs.ts";
import { HELP, readOptions } from "./options.ts";
import { isDisturbed, keepRun, type Run, readRuns, runKey } from "./runs.ts";
import { SHUFFLED, summaryOf } from "./summary.ts";
import { fullTable, resultsPage, shortTable } from "./tables.ts";
import { fasttextTiming, reportedTiming, word2vecTiming } from "./timing.ts";

const plan: Plan = {
  corpora: ["sotu", "registries"],
  architectures: ["skip-gram", "cbow"],
  dims: [100, 300],
  threads: [1, 2],
  programs: ["ours-tensor", "gensim-file", "fasttext"],
  ...{ epochs: 5, repeats: 3, seeds: 2 },
};
const job: Job = {
  ...{ corpus: "sotu", architecture: "cbow", dim: 100, threads: 1, program: "gensim-file" },
  ...{ seed: 1, order: "text", epochs: 5, judged: true },
};
const finished = { wall: 9, cpu: 9, peak: 1, otherWork: 0 };

test("jobsOf() lets programs take turns, each turn with another one first, and has no job twice", () => {
  const jobs = jobsOf(plan);
  const first = jobs.filter(
    ({ corpus, dim, threads, architecture, order }) =>
      [corpus, dim, threads, architecture, order].join(" ") === "sotu 100 1 skip-gram text",
  );
  expect(first.map(({ program, seed }) => `${program} ${seed}`)).toEqual([
    ...["ours-tensor 1", "gensim-file 1", "fasttext 1"],
    ...["gensim-file 2", "fasttext 2", "ours-tensor 2"],
    ...["fasttext 3", "ours-tensor 3", "gensim-file 3"],
  ]);
  expect(new Set(jobs.map(jobKey)).size).toBe(jobs.length);
  expect(jobs.every(({ seed, judged }) => judged === seed <= 2)).toBe(true);
  const shuffled = jobs.filter(({ order }) => order === "shuffled");
  expect(new Set(shuffled.map(({ program, seed }) => `${program} ${seed}`))).toEqual(
    new Set(["gensim-file 1", "gensim-file 2"]),
  );
});

test("jobsOf() leaves slow programs out of the large corpus and the larger dimension, and others out of two threads", () => {
  const jobs = jobsOf(plan);
  const where = (name: string): Set<string> =>
    new Set(
      jobs.filter(({ program }) => program === name).map((one) => `${one.corpus} ${one.dim} ${one.threads}`),
    );
  expect(where("fasttext")).toEqual(new Set(["sotu 100 1", "sotu 100 2"]));
  expect(where("ours-tensor")).toEqual(new Set(["sotu 100 1"]));
  expect(where("gensim-file")).toEqual(
    new Set(["sotu 100 1", "sotu 100 2", "sotu 300 1", "sotu 300 2", "registries 100 2"]),
  );
});

test("jobsOf() repeats the registries three times at most", () => {
  const seeds = (corpus: string): number =>
    new Set(jobsOf({ ...plan, repeats: 5 }).flatMap((one) => (one.corpus === corpus ? one.seed : []))).size;
  expect([seeds("sotu"), seeds("registries")]).toEqual([5, 3]);
});

test("HELP names every option that readOptions() takes", () => {
  const named = [...HELP.matchAll(/^ {2}--(\S+)/gm)].map(([, name]) => name as string);
  const value: Record<string, string> = { programs: "gensim-file", corpora: "sotu", architectures: "cbow" };
  const flags = ["quick", "write", "fresh", "again"];
  for (const name of named)
    readOptions(flags.includes(name) ? [`--${name}`] : [`--${name}`, value[name] ?? "1"]);
  expect(named).toHaveLength(12);
});

test("readOptions() names the choices for a value that is none, and refuses to write quick results", () => {
  expect(readOptions(["--quick"]).plan).toMatchObject({ corpora: ["quick"], repeats: 1, threads: [1] });
  expect(readOptions(["--threads", "1,4"]).plan).toMatchObject({
    threads: [1, 4],
    dims: [100, 300],
    repeats: 5,
  });
  expect(() => readOptions(["--corpora", "text8"])).toThrow(
    'among sotu, registries, quick: current value is "text8"',
  );
  expect(() => readOptions(["--repeats", "0"])).toThrow(
    '--repeats must be a whole number >= 1: current value is "0"',
  );
  expect(() => readOptions(["--quick", "--write"])).toThrow("Cannot write results of --quick");
});

test("runChild() measures time, processor time and memory of a program, and says how one failed", async () => {
  const work =
    "const a = Buffer.alloc(2e8, 1); const t = Date.now(); while (Date.now() - t < 300); console.log(a.length)";
  const { said, wall, cpu, peak, otherWork } = await runChild(
    { program: process.execPath, args: ["-e", work] },
    process.env,
  );
  expect(said.map(({ text }) => text).join("")).toBe("200000000\n");
  expect(wall).toBeGreaterThan(0.3);
  if (process.platform === "linux") {
    expect(cpu).toBeGreaterThan(0);
    expect(peak).toBeGreaterThan(2e8);
    expect(otherWork).toBeGreaterThanOrEqual(0);
    expect(otherWork).toBeLessThanOrEqual(1.1);
  }
  const failing = { program: process.execPath, args: ["-e", "console.error('no room'); process.exit(3)"] };
  await expect(runChild(failing, process.env)).rejects.toThrow("ended with 3 and said: no room");
});

test("timings are read from what the programs say", () => {
  const json = [
    { at: 1, text: "a warning\n" },
    { at: 9, text: '{"vocabulary": 0.5, "training": 4, "cpu": 4}\n' },
  ];
  expect(reportedTiming({ said: json, ...finished })).toEqual({ vocabulary: 0.5, training: 4 });
  expect(() => reportedTiming({ said: [], ...finished })).toThrow("Remedy: a longer training");
  const fasttext = [
    { at: 1, text: "\rRead 1M words\nNumber of words:  9\nNumber of labels: 0\n" },
    { at: 2, text: "\rProgress:  10.3% words/sec/thread: 530658" },
    { at: 5.9, text: "\rProgress: " },
    { at: 6, text: "100.0% words/sec/thread: 530658\n" },
  ];
  expect(fasttextTiming({ said: fasttext, ...finished })).toEqual({ vocabulary: 1, training: 5 });
  expect(() => fasttextTiming({ said: fasttext.slice(1), ...finished })).toThrow("Cannot measure fastText");
  const word2vec = [
    { at: 0, text: "Starting training using file a\nVocab size: 9\n" },
    {
      at: 3,
      text: "\rAlpha: 0.04  Progress: 20.00%  Words/thread/sec: 1k  ",
    },
    { at: 6, text: "\rAlpha: 0.00  Progress: 95.00%  Words/thread/sec: 1k  " },
  ];
  // 75 % in 3 s, so 4 s in all; 95 % of them before second 6
  const found = word2vecTiming({ said: word2vec, ...finished });
  expect(found.training).toBeCloseTo(4, 9);
  expect(found.vocabulary).toBeCloseTo(2.2, 9);
  expect(() => word2vecTiming({ said: word2vec.slice(0, 2), ...finished })).toThrow("at least twice");
});

test("runs survive a torn last line, and a later run replaces an earlier one with the same key", () => {
  const folder = mkdtempSync(join(tmpdir(), "w2v-bench-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "runs.jsonl");
  expect(readRuns(file).size).toBe(0);
  keepRun(file, run({ training: 2 }));
  keepRun(file, run({ training: 3 }));
  keepRun(file, run({ job: { ...job, seed: 2 } }));
  appendFileSync(file, '{"job": {"corp');
  expect(readRuns(file).get(runKey(job, "v1", "c"))?.training).toBe(3);
  expect(readRuns(file).size).toBe(2);
  keepRun(file, run({ job: { ...job, seed: 3 }, otherWork: Number.NaN }));
  expect([...readRuns(file).values()].map(isDisturbed)).toEqual([false, false, true]);
});

test("a run is disturbed above 5 % of other work, and where that was not measured", () => {
  expect([0, 0.05, 0.06, Number.NaN].map((otherWork) => isDisturbed(run({ otherWork })))).toEqual([
    false,
    false,
    true,
    true,
  ]);
});

const evaluation = {
  wordsim: 0.3,
  simlex: 0.2,
  analogies: 0.1,
  covered: { wordsim: 0.5, simlex: 0.6, analogies: 0.2 },
};
const nearest = ["a b c d e f g h i j"];
const half = ["a b c d e q r s t u"];
const tenth = ["j q r s t u v w x y"];
const runs = [
  run({ training: 10, evaluation, nearest }),
  run({ job: { ...job, seed: 2 }, training: 8, evaluation: { ...evaluation, wordsim: 0.4 }, nearest: half }),
  run({ job: { ...job, seed: 3 }, training: 1, otherWork: 0.5 }),
  run({ job: { ...job, order: "shuffled" }, evaluation, nearest: tenth }),
  run({ job: { ...job, program: "ours-tensor" }, training: 3, otherWork: 0.2, evaluation, nearest: half }),
];

test("summaryOf() takes medians of undisturbed runs, and compares neighbours with gensim's", () => {
  const [gensim, shuffled, ours] = summaryOf(runs);
  expect(gensim).toMatchObject({
    program: "gensim-file",
    runs: 3,
    disturbed: 1,
    wordsim: "35.0 ± 7.1",
    shared: "0.50 ± 0.00",
  });
  expect(gensim?.speed).toBe((900 / 10 + 900 / 8) / 2);
  expect(gensim?.wholeSpeed).toBe((900 / 11 + 900 / 9) / 2);
  expect(shuffled).toMatchObject({ program: SHUFFLED, speed: null, shared: "0.10" });
  expect(ours).toMatchObject({ program: "ours-tensor", speed: 300, disturbed: 1, shared: "0.50" });
  expect([median([3, 1, 2]), median([1, 2]), median([])]).toEqual([2, 1.5, Number.NaN]);
});

test("tables show the ratio to gensim, and mark rows that were disturbed in all runs", () => {
  const rows = summaryOf(runs.map((one) => ({ ...one, words: 900_000 })));
  const lines = fullTable(rows).split("\n");
  expect(lines[2]).toContain("| gensim, corpus_file | 100 | 1 | 101 | 91 | 1.00 |");
  expect(lines[4]).toContain("| ours, tensor (wasm) | 100 | 1 | 300 * | 225 * | 2.96 |");
  const about = { date: "2026-11-30", machine: "a machine", repeats: 3, seeds: 2, epochs: 5 };
  const corpora = [
    { name: "sotu", title: "a text", words: 180, sentences: 9, sha256: "0123456789abcdef" },
  ] as const;
  expect(
    shortTable({ ...about, corpora, rows })
      .split("\n")
      .slice(2, 4),
  ).toEqual([
    "| gensim, corpus_file | - | - | 101 (1.00 ×) | 35.0 ± 7.1 |",
    "| ours, tensor (wasm) | - | - | 300 * (2.96 ×) | 30.0 |",
  ]);
  expect(resultsPage({ ...about, corpora, rows })).toContain("50 %, 60 %, 20 % (`sotu`)");
  const registries = { ...corpora[0], name: "registries" } as const;
  const page = resultsPage({ ...about, repeats: 5, corpora: [...corpora, registries], rows });
  expect(page).toContain("Median of 5 (`registries`: 3) trainings");
  expect(page).toContain("over 2 seeds");
  expect(resultsPage(undefined)).toContain("No whole run");
});

test("a word whose vector is zero has no neighbours in common with any other", () => {
  const data = Float32Array.from([1, 0, 0.9, 0.1, 0, 0]);
  const vectors = wordVectors(["a", "b", "zero"], { rows: 3, width: 2, data });
  expect(nearestWords(vectors, ["a", "zero"])).toEqual(["b", ""]);
  expect(sharedNeighbours(["", "b"], ["", "b"])).toBeCloseTo(0.05, 12);
});

test("expectedSeconds() takes the time of a run like it, and scales that of another dimension", () => {
  const known = [run({ words: 1e6, training: 10 })];
  expect(expectedSeconds(job, 1e6, known)).toBeCloseTo(54, 9);
  expect(expectedSeconds({ ...job, dim: 300 }, 1e6, known)).toBeCloseTo(154, 9);
  expect(expectedSeconds({ ...job, threads: 2 }, 1e6, known)).toBeCloseTo(29, 9);
  expect(expectedSeconds({ ...job, program: "fasttext" }, 1e6, known)).toBeNaN();
  expect([40, 600, 3900].map(duration)).toEqual(["40 s", "10 min", "1 h 5 min"]);
});

function run(changes: Partial<Run>): Run {
  const times = { vocabulary: 1, training: 9, words: 900, peak: 1e8, otherWork: 0 };
  return { job, version: "v1", corpus: "c", ...times, ...changes };
}
