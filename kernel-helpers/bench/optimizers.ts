// Loss and quality by optimiser, batch size and limit on each row's step, on the State of the Union, one epoch on wasm:
//   node --import tsx kernel-helpers/bench/optimizers.ts
// Writes kernel-helpers/bench/results/optimizers.md. About 15 minutes on two cores.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  corpusSentences,
  openBackend,
  startTraining,
  type TrainOptions,
  tokenSentences,
  wordVectors,
} from "kernel-helpers";
import { markdownRow, markdownTable } from "../../tools/print/markdown-table.ts";
import { monthShare } from "./month-share.ts";

const cbow = { architecture: "cbow", alpha: 0.1 } as const;
const skipGram = { architecture: "skip-gram", alpha: 0.025 } as const;
const runs: readonly TrainOptions[] = [
  { ...cbow, batchSize: 1024, rowStep: 0 },
  { ...cbow, batchSize: 1024 },
  { ...cbow, batchSize: 4096, rowStep: 0 },
  { ...cbow, batchSize: 4096 },
  { ...cbow, batchSize: 16_384 },
  { ...cbow, optimizer: "adagrad", alpha: 0.025 },
  { ...cbow, optimizer: "adagrad", alpha: 0.1 },
  { ...cbow, optimizer: "adam", alpha: 0.001 },
  { ...cbow, optimizer: "adam", alpha: 0.005 },
  { ...cbow, optimizer: "adam", alpha: 0.005, batchSize: 16_384 },
  { ...skipGram, batchSize: 1024 },
  { ...skipGram, batchSize: 16_384, rowStep: 0 },
  { ...skipGram, batchSize: 16_384 },
  { ...skipGram, optimizer: "adagrad", alpha: 0.025 },
  { ...skipGram, optimizer: "adam", alpha: 0.001 },
];

const HEAD = ["architecture", "optimiser", "α", "batch", "row step τ", "loss", "months", "1000 examples/s"];

const { tf, report } = await openBackend("wasm");
const sentences = await tokenSentences(corpusSentences("sotu"));
const rows: string[][] = [];
for (const run of runs) {
  const row = await measured(run);
  rows.push(row);
  console.log(markdownRow(row));
}
writeResult();

/** One row of the table, with the loss over the last tenth of the epoch, months and examples per second. */
async function measured(run: TrainOptions): Promise<string[]> {
  const training = startTraining(sentences, { ...run, epochs: 1, reports: 10 }, tf);
  let loss = Number.NaN;
  let speed = Number.NaN;
  for await (const progress of training) {
    loss = progress.loss;
    speed = progress.examplesPerSecond;
  }
  const table = await training.inputTable();
  const { words } = training.vocabulary;
  training.close();
  const months = table.data.every(Number.isFinite) ? monthShare(wordVectors(words, table)).toFixed(2) : "-";
  const { architecture, optimizer, alpha, batchSize, rowStep } = training.settings;
  const shownLoss = loss < 100 ? loss.toFixed(3) : "diverged";
  const limit = optimizer !== "sgd" ? "-" : rowStep === 0 ? "none" : String(rowStep);
  return [
    architecture,
    optimizer,
    String(alpha),
    String(batchSize),
    limit,
    shownLoss,
    months,
    String(Math.round(speed / 1000)),
  ];
}

function writeResult(): void {
  const text = `# Optimisers and batches

${new Date().toISOString().slice(0, 10)}. ${report}. State of the Union, one epoch, 100 numbers per vector, window 5, 5 noise
words, minCount 5, sample 0.001, seed 1. "loss" is the mean over the last tenth; "months" is the share of months among the five
nearest words of each month, for one seed: differences below 0.1 mean nothing. Other programs ran on the machine.

${markdownTable(HEAD, rows, { left: 2 })}

Made by \`node --import tsx kernel-helpers/bench/optimizers.ts\`.
`;
  writeFileSync(fileURLToPath(new URL("results/optimizers.md", import.meta.url)), text);
}
