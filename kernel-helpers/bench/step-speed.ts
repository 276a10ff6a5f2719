// Training examples per second on every backend that opens here, and with gensim, by vocabulary size and batch size:
//   node --import tsx kernel-helpers/bench/step-speed.ts [--seconds 1] [--rounds 3]
// Writes kernel-helpers/bench/results/steps-<processor>.md. Needs npm run setup -- --dev, for gensim. About 5 minutes.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import {
  type BackendName,
  backendNames,
  explainBackends,
  openBackend,
  seededRandom,
  skipGramPairs,
} from "kernel-helpers";
import { environmentProgram, projectRoot } from "../../setup/paths.mjs";
import { markdownTable } from "../../tools/print/markdown-table.ts";
import { type StepShape, stepSpeed } from "../src/cli/step-speed.ts";
import { inputsOf } from "./inputs-of.ts";
import { median } from "./median.ts";

const vocabularies = [10_000, 50_000];
const batchSizes = [256, 1024, 4096];
const here = fileURLToPath(new URL(".", import.meta.url));
const python = environmentProgram(projectRoot, "python");

interface Shape extends Required<StepShape> {
  readonly architecture: keyof typeof inputsOf;
}

const shapes: readonly Shape[] = Object.entries(inputsOf).flatMap(([architecture, inputs]) =>
  vocabularies.flatMap((words) =>
    batchSizes.map((batchSize) => ({
      architecture: architecture as Shape["architecture"],
      inputs,
      words,
      batchSize,
    })),
  ),
);

/** gensim's speed for an architecture and a vocabulary size in this round. */
const known = new Map<string, number>();

const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "1" },
    rounds: { type: "string", default: "3" },
    // the bench calls itself with this option, in a separate process for each backend
    backend: { type: "string" },
  },
});
if (values.backend) await measureHere(values.backend as BackendName, Number(values.seconds));
else await compare(Number(values.seconds), Number(values.rounds));

async function measureHere(name: BackendName, seconds: number): Promise<void> {
  const { tf, close } = await openBackend(name);
  const speeds: number[] = [];
  for (const shape of shapes) speeds.push(await stepSpeed(tf, seconds, shape));
  close();
  process.stdout.write(JSON.stringify(speeds), () => process.exit(0));
}

/** The backends take turns, so that other work on the machine affects all of them. */
async function compare(seconds: number, rounds: number): Promise<void> {
  const usable = (await explainBackends(backendNames)).filter(
    (backend) => backend.usable && !backend.software,
  );
  const speeds = usable.map((): number[][] => []);
  const gensims: number[][] = [];
  const scratch = mkdtempSync(join(tmpdir(), "w2v-steps-"));
  for (let round = 1; round <= rounds; round++) {
    for (const [i, { name }] of usable.entries()) {
      console.log(`round ${round} of ${rounds}: ${name}`);
      const args = [
        "--import",
        "tsx",
        fileURLToPath(import.meta.url),
        "--backend",
        name,
        "--seconds",
        `${seconds}`,
      ];
      speeds[i]?.push(JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8" })));
    }
    console.log(`round ${round} of ${rounds}: gensim`);
    gensims.push(shapes.map((shape) => gensimSpeed(scratch, shape)));
  }
  rmSync(scratch, { recursive: true });
  const programs = [...usable.map(({ name }) => name), "gensim, 1 thread"];
  writeResult(
    programs,
    [...speeds, gensims].map((lists) =>
      shapes.map((_, i) => median(lists.map((list) => list[i] ?? Number.NaN))),
    ),
    usable.map(({ name, device }) => `${name}: ${device}`),
  );
}

/** One epoch of gensim over words as frequent as those of the batches; once for all batch sizes, since it has none. */
function gensimSpeed(scratch: string, { architecture, words, batchSize }: Shape): number {
  const key = `${architecture} ${words}`;
  if (batchSize !== batchSizes[0]) return known.get(key) ?? Number.NaN;
  const corpus = join(scratch, "corpus.txt");
  const sentences = randomSentences(words);
  writeFileSync(corpus, sentences.map((ids) => ids.join(" ")).join("\n"));
  const sg = architecture === "skip-gram" ? 1 : 0;
  const options = {
    sg,
    workers: 1,
    epochs: 1,
    vector_size: 100,
    window: 5,
    min_count: 1,
    sample: 0,
    negative: 5,
    seed: 1,
  };
  const said = execFileSync(python, [
    join(here, "gensim-speed.py"),
    corpus,
    join(scratch, "v.bin"),
    JSON.stringify(options),
  ]);
  const seconds = (JSON.parse(String(said)) as { readonly training: number }).training;
  known.set(key, examplesOf(sentences, architecture) / seconds);
  return known.get(key) as number;
}

function randomSentences(words: number): number[][] {
  const random = seededRandom(1);
  const drawn = Array.from({ length: 25_000 }, () =>
    Array.from({ length: 20 }, () => Math.floor(words * random() ** 3)),
  );
  const once = Array.from({ length: words / 20 }, (_, i) => Array.from({ length: 20 }, (_, j) => 20 * i + j));
  return [...drawn, ...once];
}

/** The number of examples that gensim trains on average; it shortens windows at random too. */
function examplesOf(sentences: readonly (readonly number[])[], architecture: Shape["architecture"]): number {
  if (architecture === "cbow") return sentences.reduce((sum, ids) => sum + ids.length, 0);
  const random = seededRandom(2);
  let pairs = 0;
  for (const ids of sentences) for (const _ of skipGramPairs(ids, { random })) pairs++;
  return pairs;
}

function writeResult(
  programs: readonly string[],
  speeds: readonly (readonly number[])[],
  devices: readonly string[],
): void {
  const model = cpus()[0]?.model.trim() ?? "unknown processor";
  const head = ["architecture", "V", "batch", ...programs];
  const rows = shapes.map(({ architecture, words, batchSize }, i) => [
    architecture,
    words.toLocaleString("en"),
    batchSize.toLocaleString("en"),
    ...speeds.map((list) => thousands(list[i] ?? Number.NaN)),
  ]);
  const text = `# Speed of a step on ${model}

${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${cpus().length} cores, load ${(loadavg()[0] ?? 0).toFixed(1)} at the end.
Thousand training examples per second, median of ${values.rounds} rounds of ${values.seconds} s in turns: negative sampling with 5 noise words, 100 numbers per
vector, the loss read after each step. An example is a pair in Skip-Gram, a center with 6 context words in CBOW. gensim
4.4.0 trains an epoch of equally frequent words; it updates after each pair, so it has no batch size, and reports no loss.

${markdownTable(head, rows)}

${devices.map((device) => `- ${device}`).join("\n")}

Made by \`node --import tsx kernel-helpers/bench/step-speed.ts --seconds ${values.seconds} --rounds ${values.rounds}\`.
`;
  const file = `steps-${model.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")}.md`;
  writeFileSync(join(here, "results", file), text);
  console.log(text);
}

function thousands(x: number): string {
  return Math.round(x / 1000).toLocaleString("en");
}
