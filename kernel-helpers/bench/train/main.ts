// Trains with gensim, fastText, word2vec.c and this library, and prints words/s with the quality of the vectors beside:
//   npm run bench:train -- --quick          a twentieth of the State of the Union, once each, some minutes
//   npm run bench:train                     everything; docs/bench.md says how long it takes
//   npm run bench:train -- --write          the same, and writes kernel-helpers/bench/results/training.json and the tables of it
// Finished trainings are kept in build/bench-train, and the same command goes on where it was stopped.
import "../../../tools/print/plain-errors.ts";
import { execFileSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { openBackend } from "kernel-helpers";
import { projectRoot } from "../../../setup/paths.mjs";
import { endChild } from "./child.ts";
import { type Corpus, corpusTitles, prepareCorpus } from "./corpora.ts";
import { duration, expectedSeconds } from "./estimate.ts";
import { type Job, jobKey, jobsOf, type Plan } from "./jobs.ts";
import { measureJob } from "./measure-job.ts";
import { HELP, readOptions } from "./options.ts";
import { programNamed } from "./programs.ts";
import { standardQuestions } from "./questions.ts";
import { isDisturbed, keepRun, type Run, readRuns, runKey } from "./runs.ts";
import { type Results, summaryOf } from "./summary.ts";
import { fullTable } from "./tables.ts";

if (process.argv.includes("--help")) {
  console.log(HELP);
  process.exit();
}
const { plan, quick, fresh, again, write } = readOptions(process.argv.slice(2));
const folder = join(projectRoot, "build", "bench-train");
const file = join(folder, quick ? "quick.jsonl" : "runs.jsonl");
if (fresh) rmSync(file, { force: true });

let stopped = false;
let failures = 0;
process.on("SIGINT", () => {
  stopped = true;
  endChild();
});

const versions = versionsOf(plan);
const corpora = new Map<string, Corpus>();
for (const name of plan.corpora) {
  console.log(`preparing ${name} …`);
  corpora.set(name, await prepareCorpus(name, join(folder, "corpora")));
}
const jobs = jobsOf({ ...plan, programs: [...versions.keys()] });
const runs = await runAll();
const rows = summaryOf(runs);
if (rows.length > 0) console.log(`\n${fullTable(rows)}`);
if (stopped) {
  console.log(
    `\nstopped: ${runs.length} of ${jobs.length} trainings are in ${file}; the same command goes on`,
  );
  process.exitCode = 130;
} else if (failures > 0) {
  console.error(`\n${failures} trainings failed, see above; the same command tries them again`);
  process.exitCode = 1;
} else if (write) writeResults();

/** Every program of the plan that is here, with its version; the others are named with the remedy. */
function versionsOf({ programs }: Plan): Map<string, string> {
  const found = new Map<string, string>();
  for (const name of programs) {
    try {
      found.set(name, programNamed(name).version(folder));
    } catch (error) {
      if (error instanceof RangeError) throw error;
      console.log(`left out: ${(error as Error).message}`);
    }
  }
  return found;
}

async function runAll(): Promise<Run[]> {
  const known = readRuns(file);
  const { tf } = await openBackend("wasm");
  const bench = { folder, questions: standardQuestions(), tf };
  const done: Run[] = [];
  for (const [i, job] of jobs.entries()) {
    const { program, version, corpus } = needsOf(job);
    const earlier = known.get(runKey(job, version, corpus.sha256));
    if (earlier && !(again && isDisturbed(earlier))) {
      done.push(earlier);
      continue;
    }
    if (stopped) break;
    console.log(
      `${i + 1} of ${jobs.length}, ${remaining(jobs.slice(i), [...known.values()])}: ${jobKey(job)}`,
    );
    try {
      const run = await measureJob(job, { program, version, corpus }, bench);
      keepRun(file, run);
      known.set(runKey(job, version, corpus.sha256), run);
      done.push(run);
      console.log(lineOf(run));
    } catch (error) {
      if (stopped) break;
      failures++; // the others are worth their time
      console.error(`  ${(error as Error).message}`);
    }
  }
  return done;
}

function needsOf(job: Job): { program: ReturnType<typeof programNamed>; version: string; corpus: Corpus } {
  const [version, corpus] = [versions.get(job.program) as string, corpora.get(job.corpus) as Corpus];
  return { program: programNamed(job.program), version, corpus };
}

/** What the jobs that are not done will take, from the runs so far. */
function remaining(rest: readonly Job[], known: readonly Run[]): string {
  const seconds = rest.map((job) => expectedSeconds(job, needsOf(job).corpus.words, known));
  const unknown = seconds.filter(Number.isNaN).length;
  const sum = seconds.reduce((total, one) => total + (one || 0), 0);
  return `about ${duration(sum)} left${unknown > 0 ? ` and ${unknown} of unknown length` : ""}`;
}

function lineOf({ words, training, vocabulary, peak, otherWork, evaluation, ...run }: Run): string {
  const speed = `${Math.round(words / training / 1000)} thousand words/s`;
  const quality = evaluation
    ? `, WordSim ${(100 * evaluation.wordsim).toFixed(1)}, analogies ${(100 * evaluation.analogies).toFixed(1)}`
    : "";
  const mark = isDisturbed({ otherWork, ...run } as Run)
    ? `, disturbed: ${Math.round(100 * otherWork)} % other work`
    : "";
  return `  ${speed}, ${vocabulary.toFixed(1)} s counting, ${Math.round(peak / 1e6)} MB${quality}${mark}`;
}

function writeResults(): void {
  const [processor] = cpus();
  const machine = `${processor?.model.trim() ?? "unknown processor"}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`;
  const results: Results = {
    ...{ date: new Date().toISOString().slice(0, 10), machine },
    ...{ repeats: plan.repeats, seeds: Math.min(plan.seeds, plan.repeats), epochs: plan.epochs },
    corpora: [...corpora.values()].map(({ name, words, sentences, sha256 }) => ({
      ...{ name, title: corpusTitles[name], words, sentences, sha256 },
    })),
    rows,
  };
  const target = join(projectRoot, "kernel-helpers/bench/results/training.json");
  writeFileSync(target, `${JSON.stringify(results, null, 1)}\n`);
  console.log(`${target}: written`);
  const docs = join(projectRoot, "tools/docs/main.ts"); // what npm run docs starts
  execFileSync(process.execPath, ["--import", "tsx", docs], { cwd: projectRoot, stdio: "inherit" });
}
