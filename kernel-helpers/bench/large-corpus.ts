// Peak memory and words per second of counting and encoding a corpus that is larger than the memory that it may take:
//   node --import tsx kernel-helpers/bench/large-corpus.ts [--gigabytes 5] [--words 2000000] [--folder FOLDER] [--train 1]
// Makes a text by Zipf's law in FOLDER (default: the system's folder for temporary files), encodes it in a child of its own,
// with --train 1 trains an epoch of dim 100 on it too, prints what the child's kernel says, and removes the text. Linux only.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { encodeCorpus, encodingLine, openSimd, startTraining } from "kernel-helpers";
import { writeZipfText } from "./zipf-text.ts";

const { values } = parseArgs({
  options: {
    gigabytes: { type: "string", default: "5" },
    words: { type: "string", default: "2000000" },
    folder: { type: "string", default: tmpdir() },
    train: { type: "string", default: "0" },
    child: { type: "string" },
  },
});
if (values.child === undefined) parent();
else await child(values.child);

function parent(): void {
  const folder = mkdtempSync(join(values.folder, "w2v-large-"));
  try {
    const path = join(folder, "zipf.txt");
    const bytes = Number(values.gigabytes) * 1e9;
    writeZipfText(path, { bytes, words: Number(values.words), seed: 1 });
    console.log(`text: ${(statSync(path).size / 1e9).toFixed(2)} GB, up to ${values.words} different words`);
    const self = fileURLToPath(import.meta.url);
    const words = ["--import", "tsx", self, "--child", path, "--train", values.train];
    process.exitCode = spawnSync(process.execPath, words, { stdio: "inherit" }).status ?? 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function child(path: string): Promise<void> {
  console.log(`before: peak memory ${peak()}`);
  const start = performance.now();
  let shown = start;
  const { corpus } = await encodeCorpus(path, {
    tokenizer: "words",
    onProgress(progress) {
      if (performance.now() - shown < 20_000) return;
      shown = performance.now();
      console.log(`${encodingLine(progress)}, peak memory ${peak()}`);
    },
  });
  const seconds = (performance.now() - start) / 1000;
  const rate = Math.round(corpus.tokens / seconds).toLocaleString("en");
  console.log(
    `encoded: ${corpus.tokens.toLocaleString("en")} tokens, ${corpus.vocabulary.words.length.toLocaleString("en")} words, ` +
      `${seconds.toFixed(1)} s, ${rate} words/s, peak memory ${peak()}`,
  );
  if (values.train === "1") await train(corpus);
  corpus.close();
}

async function train(corpus: Awaited<ReturnType<typeof encodeCorpus>>["corpus"]): Promise<void> {
  const training = startTraining(corpus, { epochs: 1, reports: 20 }, openSimd());
  for await (const { tokens, totalTokens, tokensPerSecond } of training) {
    const percent = Math.round((100 * tokens) / totalTokens);
    console.log(
      `training: ${percent} %, ${Math.round(tokensPerSecond).toLocaleString("en")} words/s, ${peak()}`,
    );
  }
  training.close();
}

/** The largest memory that this process has had so far, as Linux counts it. */
function peak(): string {
  const [, kilobytes = "NaN"] = /VmHWM:\s+(\d+)/.exec(readFileSync("/proc/self/status", "utf8")) ?? [];
  return `${(Number(kilobytes) / 1e3).toFixed(0)} MB`;
}
