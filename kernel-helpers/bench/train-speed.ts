// Pairs per second and quality of vectors, for both engines and for gensim, on the State of the Union:
//   node --import tsx kernel-helpers/bench/train-speed.ts [--epochs 1]
// Writes kernel-helpers/bench/results/training-<processor>.md. Needs npm run setup -- --dev, for gensim. About 8 minutes.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import {
  corpusSentences,
  loadVectors,
  openBackend,
  startTraining,
  type Tensorflow,
  tokenSentences,
  wordVectors,
} from "kernel-helpers";
import { environmentProgram, projectRoot } from "../../setup/paths.mjs";
import { type Measurement, measurementTable } from "./measurement.ts";
import { monthShare } from "./month-share.ts";

const here = fileURLToPath(new URL(".", import.meta.url));
const python = environmentProgram(projectRoot, "python");
const { values } = parseArgs({ options: { epochs: { type: "string", default: "1" } } });
const epochs = Number(values.epochs);
// Our CBOW follows the true gradient, which divides by the number of context words; gensim's does not.
const alphas = { "skip-gram": { ours: 0.025, gensim: 0.025 }, cbow: { ours: 0.1, gensim: 0.025 } } as const;
const scratch = mkdtempSync(join(tmpdir(), "w2v-bench-"));

const started = new Date();
const { tf, report } = await openBackend("wasm");
const sentences = await tokenSentences(corpusSentences("sotu"));
const words = epochs * sentences.reduce((sum, tokens) => sum + tokens.length, 0);
const corpus = join(scratch, "corpus.txt");
writeFileSync(corpus, `${sentences.map((tokens) => tokens.join(" ")).join("\n")}\n`);

const measurements: Measurement[] = [];
for (const architecture of ["skip-gram", "cbow"] as const) {
  let pairs = 0;
  for (const batchSize of [256, 1024, 4096]) {
    const done = await ours(architecture, { tf, batchSize });
    note(done);
    pairs = done.pairs;
  }
  note(await ours(architecture, {}));
  for (const workers of [1, 2]) note(await gensims(architecture, workers, pairs));
}
writeResult();
rmSync(scratch, { recursive: true });

interface Engine {
  readonly tf?: Tensorflow;
  readonly batchSize?: number;
}

async function ours(
  architecture: Measurement["architecture"],
  { tf, batchSize }: Engine,
): Promise<Measurement> {
  const alpha = alphas[architecture].ours;
  const options = { architecture, alpha, epochs, vectorSize: 100, ...(batchSize && { batchSize }) };
  const training = startTraining(sentences, options, tf);
  const start = performance.now();
  const cpu = process.cpuUsage();
  let pairs = 0;
  for await (const { examples } of training) pairs = examples;
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const cpuSeconds = (user + system) / 1e6;
  const vectors = wordVectors(training.vocabulary.words, await training.inputTable());
  training.close();
  const program = tf ? `tensor (wasm), batch ${batchSize}` : "reference";
  return {
    architecture,
    program,
    alpha,
    seconds,
    cpuSeconds,
    pairs,
    words,
    months: monthShare(vectors),
    load: load(),
  };
}

/** gensim does not report how many pairs it trains; with the same settings and tokens it is as many as ours. */
async function gensims(
  architecture: Measurement["architecture"],
  workers: number,
  pairs: number,
): Promise<Measurement> {
  const alpha = alphas[architecture].gensim;
  const out = join(scratch, "gensim.bin");
  const sg = architecture === "skip-gram" ? 1 : 0;
  const options = {
    sg,
    alpha,
    workers,
    epochs,
    vector_size: 100,
    window: 5,
    min_count: 5,
    sample: 1e-3,
    negative: 5,
    seed: 1,
  };
  const said = execFileSync(python, [join(here, "gensim-speed.py"), corpus, out, JSON.stringify(options)]);
  const [seconds = Number.NaN, cpuSeconds = Number.NaN] = String(said).split(" ").map(Number);
  const months = monthShare(await loadVectors(out));
  const program = `gensim 4.4.0, ${workers} thread${workers > 1 ? "s" : ""}`;
  return { architecture, program, alpha, seconds, cpuSeconds, pairs, words, months, load: load() };
}

function note(measurement: Measurement): void {
  measurements.push(measurement);
  console.log(measurementTable([measurement]).split("\n").at(-1));
}

function load(): number {
  return loadavg()[0] ?? Number.NaN;
}

function writeResult(): void {
  const [processor] = cpus();
  const model = processor?.model.trim() ?? "unknown processor";
  const text = `# Training speed on ${model}

${started.toISOString().slice(0, 10)}, Node ${process.versions.node}, ${cpus().length} cores. ${report}.
State of the Union, ${(words / epochs).toLocaleString("en")} words, ${epochs} epoch(s), 100 numbers per vector, window 5,
5 noise words, minCount 5, sample 0.001. A pair is one update: (center, context) in Skip-Gram, (center, all its context)
in CBOW. "months" is the share of months among the five nearest words of each month; "load" is the machine's load,
including this training: if it is above 1 for one thread, other programs were running.

${measurementTable(measurements)}

Made by \`node --import tsx kernel-helpers/bench/train-speed.ts --epochs ${epochs}\`.
`;
  mkdirSync(join(here, "results"), { recursive: true });
  writeFileSync(
    join(here, "results", `training-${model.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")}.md`),
    text,
  );
}
