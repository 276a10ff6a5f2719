// Quality by learning rate, for each architecture and output layer, over several seeds, beside gensim's:
//   node --import tsx kernel-helpers/bench/learning-rates.ts
// Writes kernel-helpers/bench/results/learning-rates.md. Needs npm run setup -- --dev, for gensim. About an hour on two busy cores; rows that
// are in that file already are kept, so that it can be stopped and started again. Delete the file to measure everything anew.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  corpusSentences,
  openBackend,
  plantedSentences,
  startTraining,
  tokenSentences,
  type WordVectors,
  wordVectors,
} from "kernel-helpers";
import { markdownRow, markdownTable } from "../../tools/print/markdown-table.ts";
import { gensimVectors } from "./gensim-vectors.ts";
import { type Series, series } from "./learning-rate-series.ts";
import { meanAndSpread } from "./mean-and-spread.ts";
import { meanCosine } from "./mean-cosine.ts";
import { monthShare } from "./month-share.ts";
import { neighbourAgreement } from "./neighbour-agreement.ts";
import { plantedShare } from "./planted-share.ts";

const { tf, report } = await openBackend("wasm");
const sotu = await tokenSentences(corpusSentences("sotu"));
const texts: Readonly<Record<Series["text"], string[][]>> = {
  sotu,
  "a tenth of sotu": sotu.slice(0, Math.round(sotu.length / 10)),
  planted: await tokenSentences(plantedSentences()),
};
const GENSIM = "gensim, 0.025";
const HEAD = [
  "text",
  "architecture",
  "output layer",
  "passes",
  "α",
  "seeds",
  "loss",
  "mean cosine",
  "found",
  "as gensim",
];
const file = fileURLToPath(new URL("results/learning-rates.md", import.meta.url));
const earlier = earlierRows();
const rows: string[][] = [];

for (const one of series) {
  const seeds = Array.from({ length: one.seeds }, (_, i) => i + 1);
  const theirs: WordVectors[] = [];
  const wanted = [...one.alphas.map(String), ...(one.options.negative === 0 ? [] : [GENSIM])];
  if (wanted.every((alpha) => earlier.has(keyOf(one, alpha)))) {
    for (const alpha of wanted) rows.push(earlier.get(keyOf(one, alpha)) as string[]);
    continue;
  }
  if (one.options.negative !== 0) for (const seed of seeds) theirs.push(await gensims(one, seed));
  for (const alpha of one.alphas) {
    const known = earlier.get(keyOf(one, String(alpha)));
    if (known) {
      rows.push(known);
      continue;
    }
    const runs: Run[] = [];
    for (const seed of seeds) runs.push(await ours(one, alpha, seed));
    const agreements = runs.flatMap(({ vectors }, i) =>
      theirs[i] ? [neighbourAgreement(theirs[i], vectors)] : [],
    );
    note(one, String(alpha), runs, one.text === "planted" ? [] : agreements);
  }
  const [first, ...others] = theirs;
  if (first === undefined) continue;
  const agreements = one.text === "planted" ? [] : others.map((other) => neighbourAgreement(first, other));
  note(
    one,
    GENSIM,
    theirs.map((vectors) => ({ vectors, loss: Number.NaN })),
    agreements,
  );
}

interface Run {
  readonly vectors: WordVectors;
  /** Over the last tenth of the training. */
  readonly loss: number;
}

async function ours({ text, options }: Series, alpha: number, seed: number): Promise<Run> {
  const training = startTraining(texts[text], { ...options, alpha, seed, reports: 10 }, tf);
  let loss = Number.NaN;
  for await (const progress of training) loss = progress.loss;
  const vectors = wordVectors(training.vocabulary.words, await training.inputTable());
  training.close();
  return { vectors, loss };
}

function gensims({ text, options }: Series, seed: number): Promise<WordVectors> {
  const { architecture, vectorSize = 100, sample = 1e-3, epochs = 5, hs = false } = options;
  const sg = architecture === "cbow" ? 0 : 1;
  const layer = { hs: hs ? 1 : 0, negative: hs ? 0 : 5 };
  return gensimVectors(texts[text], {
    ...{ sg, ...layer, sample, epochs, seed, alpha: 0.025, vector_size: vectorSize, window: 5, min_count: 5 },
  });
}

/** Whether the text's structure was found: the planted analogies, or the months. */
function found({ text }: Series, vectors: WordVectors): number {
  return text === "planted" ? plantedShare(vectors) : monthShare(vectors);
}

/** The cells that say what was trained. */
function keyOf({ text, layer, options, seeds }: Series, alpha: string): string {
  return [text, options.architecture, layer, options.epochs, alpha, seeds].join(" | ");
}

/** The rows that are in the file, by their keys. */
function earlierRows(): ReadonlyMap<string, string[]> {
  const lines = existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
  const cells = lines.filter((line) => line.startsWith("| ")).map((line) => line.slice(2, -2).split(" | "));
  return new Map(cells.map((row) => [row.slice(0, 6).join(" | "), row]));
}

/** Adds a row and writes the file as far as it is known. */
function note(one: Series, alpha: string, runs: readonly Run[], agreements: readonly number[]): void {
  const losses = meanAndSpread(
    runs.map(({ loss }) => loss),
    3,
  );
  const cosines = meanAndSpread(runs.map(({ vectors }) => meanCosine(vectors)));
  const shares = meanAndSpread(runs.map(({ vectors }) => found(one, vectors)));
  rows.push([...keyOf(one, alpha).split(" | "), losses, cosines, shares, meanAndSpread(agreements)]);
  console.log(markdownRow(rows.at(-1) as string[]));
  writeFileSync(file, result());
}

function result(): string {
  return `# Learning rates

${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}. ${report}. sgd, batches of 1024, window 5, minCount 5;
100 numbers per vector and sample 0.001 for the State of the Union, 16 and 0.01 for the planted corpus. Mean ± standard
deviation over seeds. "loss" is the mean over the last tenth of the training; "mean cosine" that of 40 words that have nothing to
do with each other, 0 being best; "found" the share of months among the five nearest words of each month, or of the planted
analogies that are solved; "as gensim" the mean share of the ten nearest words of 500 words that gensim's vectors have too, and in
gensim's own line that of another seed.

${markdownTable(HEAD, rows, { left: 3 })}

Made by \`node --import tsx kernel-helpers/bench/learning-rates.ts\`.
`;
}
