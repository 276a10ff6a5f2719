// Words per second of counting and encoding a vocabulary, beside gensim's build_vocab, on the State of the Union and on a text by
// Zipf's law:
//   node --import tsx kernel-helpers/bench/vocabulary-speed.ts [--runs 5] [--megabytes 200] [--write 1]
// Each run is a process of its own, as `w2v train` is; the programs alternate, and the best run of each is shown, which other work on
// the machine disturbs least. --write 1 writes kernel-helpers/bench/results/vocabulary-speed.md. Needs npm run setup -- --dev, for
// gensim. About 4 minutes.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { corpusEncoder, corpusSentences, encodeCorpus, tokenSentences } from "kernel-helpers";
import { environmentProgram, projectRoot } from "../../setup/paths.mjs";
import { type Kind, resultTable } from "./vocabulary-table.ts";
import { writeZipfText } from "./zipf-text.ts";

const here = fileURLToPath(new URL(".", import.meta.url));
const text = join(projectRoot, "datasets/build/sotu.txt");
const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "5" },
    megabytes: { type: "string", default: "200" },
    write: { type: "string" },
    child: { type: "string" },
    corpus: { type: "string", default: "" },
  },
});

if (values.child === undefined) await parent();
else console.log((await measured(values.child as Kind, values.corpus)).join(" "));

/** Seconds, CPU seconds, tokens of all words and known words of one run in this process. */
async function measured(kind: Kind, corpus: string): Promise<number[]> {
  const sentences =
    kind === "ours-memory" ? await tokenSentences(corpusSentences(corpus), { tokenizer: "whitespace" }) : [];
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  const words = await encoded(kind, corpus, sentences);
  const { user, system } = process.cpuUsage(cpu);
  return [(performance.now() - start) / 1000, (user + system) / 1e6, words];
}

async function encoded(kind: Kind, corpus: string, sentences: readonly string[][]): Promise<number> {
  if (kind === "ours-memory") {
    const encoder = corpusEncoder();
    for (const sentence of sentences) encoder.add(sentence);
    return encoder.finish().vocabulary.words.length;
  }
  const tokenizer = kind.endsWith("text") ? "words" : "whitespace";
  return (await encodeCorpus(corpus, { tokenizer })).corpus.vocabulary.words.length;
}

async function parent(): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), "w2v-bench-"));
  try {
    const lines = join(scratch, "tokens.txt");
    const sentences = await tokenSentences(corpusSentences("sotu"));
    const tokens = sentences.reduce((sum, sentence) => sum + sentence.length, 0);
    writeFileSync(lines, `${sentences.map((sentence) => sentence.join(" ")).join("\n")}\n`);
    const large = join(scratch, "zipf.txt");
    writeZipfText(large, { bytes: Number(values.megabytes) * 1e6, words: 2_000_000, seed: 1 });
    const tables = [
      measuredTable(
        {
          "gensim-memory": lines,
          "ours-memory": lines,
          "gensim-lines": lines,
          "ours-lines": lines,
          "ours-text": text,
        },
        tokens,
      ),
      measuredTable({ "gensim-large": large, "ours-large": large, "ours-largetext": large }, spacesIn(large)),
    ];
    const [sotu = "", zipf = ""] = tables;
    console.log(`${sotu}\n\n${zipf}`);
    if (values.write === "1") writeResult(sotu, zipf, tokens);
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

/** Runs each kind on its text, in turns. */
function measuredTable(texts: Partial<Record<Kind, string>>, tokens: number): string {
  const found = new Map<Kind, number[][]>();
  for (let run = 0; run < Number(values.runs); run++) {
    for (const [kind, corpus] of Object.entries(texts) as [Kind, string][]) {
      found.set(kind, [...(found.get(kind) ?? []), runOf(kind, corpus)]);
    }
  }
  return resultTable(found, tokens);
}

/** Tokens of a text by Zipf's law: one before each space, and one at the end of each line. */
function spacesIn(path: string): number {
  let count = 0;
  for (const byte of readFileSync(path)) if (byte === 32 || byte === 10) count++;
  return count;
}

function runOf(kind: Kind, corpus: string): number[] {
  const [program, way = ""] = kind.split("-");
  const said =
    program === "gensim"
      ? execFileSync(environmentProgram(projectRoot, "python"), [
          join(here, "gensim-vocabulary.py"),
          corpus,
          way,
        ])
      : execFileSync(process.execPath, [
          "--import",
          "tsx",
          fileURLToPath(import.meta.url),
          "--child",
          kind,
          "--corpus",
          corpus,
        ]);
  return String(said).trim().split(" ").map(Number);
}

function writeResult(sotu: string, zipf: string, tokens: number): void {
  const model = cpus()[0]?.model.trim() ?? "unknown processor";
  const result = `# Counting a vocabulary

${model}, ${cpus().length} cores, Node ${process.versions.node}, gensim 4.4.0; load ${loadavg()[0]?.toFixed(1)} at the end, this bench included.
minCount 5; the best of ${values.runs} runs, alternating, each in a process of its own. Ours also encodes the corpus as ids, which gensim does
at each epoch; gensim's build_vocab also makes the tables of the vectors.

State of the Union, ${tokens.toLocaleString("en")} tokens:

${sotu}

A text of ${values.megabytes} MB by Zipf's law (P(rank) ∝ 1 / rank, 2,000,000 words):

${zipf}

Made by \`node --import tsx kernel-helpers/bench/vocabulary-speed.ts --runs ${values.runs} --megabytes ${values.megabytes} --write 1\`.
`;
  writeFileSync(join(here, "results/vocabulary-speed.md"), result);
}
