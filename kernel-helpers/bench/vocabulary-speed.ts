// Words per second of counting and encoding a vocabulary, beside gensim's build_vocab, on the State of the Union:
//   node --import tsx kernel-helpers/bench/vocabulary-speed.ts [--runs 5] [--write 1]
// Each run is a process of its own, as `w2v train` is; the programs alternate, and medians are shown. --write 1 writes
// kernel-helpers/bench/results/vocabulary-speed.md. Needs npm run setup -- --dev, for gensim. About 2 minutes.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { corpusEncoder, corpusSentences, encodeCorpus, tokenSentences } from "kernel-helpers";
import { environmentProgram, projectRoot } from "../../setup/paths.mjs";
import { markdownTable } from "../../tools/print/markdown-table.ts";

const here = fileURLToPath(new URL(".", import.meta.url));
const text = join(projectRoot, "datasets/build/sotu.txt");
const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "5" },
    write: { type: "string" },
    child: { type: "string" },
    corpus: { type: "string", default: "" },
  },
});

/** What is measured: a name for people, who does it, and the row with which it is compared. */
const kinds = {
  "gensim-memory": { says: "gensim: lists of tokens in memory", beside: "gensim-memory" },
  "ours-memory": { says: "ours: lists of tokens in memory", beside: "gensim-memory" },
  "gensim-lines": { says: "gensim: a file of tokens, LineSentence", beside: "gensim-lines" },
  "ours-lines": { says: "ours: a file of tokens, `whitespace`", beside: "gensim-lines" },
  "ours-text": { says: "ours: the text itself, sentences and `words`", beside: "gensim-lines" },
} as const;
type Kind = keyof typeof kinds;

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
  const [source, tokenizer] =
    kind === "ours-text" ? ([text, "words"] as const) : ([corpus, "whitespace"] as const);
  return (await encodeCorpus(source, { tokenizer })).corpus.vocabulary.words.length;
}

async function parent(): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), "w2v-bench-"));
  try {
    const corpus = join(scratch, "tokens.txt");
    const sentences = await tokenSentences(corpusSentences("sotu"));
    const tokens = sentences.reduce((sum, sentence) => sum + sentence.length, 0);
    writeFileSync(corpus, `${sentences.map((sentence) => sentence.join(" ")).join("\n")}\n`);
    const found = new Map<Kind, number[][]>();
    for (let run = 0; run < Number(values.runs); run++) {
      for (const kind of Object.keys(kinds) as Kind[]) {
        found.set(kind, [...(found.get(kind) ?? []), runOf(kind, corpus)]);
      }
    }
    const table = resultTable(found, tokens);
    console.log(table);
    if (values.write === "1") writeResult(table, tokens);
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

function runOf(kind: Kind, corpus: string): number[] {
  const [program, way] = kind.split("-") as [string, string];
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

function resultTable(found: ReadonlyMap<Kind, number[][]>, tokens: number): string {
  const median = (kind: Kind, column: number): number => {
    const sorted = (found.get(kind) ?? []).map((run) => run[column] as number).sort((a, b) => a - b);
    return sorted[sorted.length >> 1] as number;
  };
  const rows = (Object.keys(kinds) as Kind[]).map((kind) => {
    const { says, beside } = kinds[kind];
    const [seconds, cpu] = [median(kind, 0), median(kind, 1)];
    return [
      says,
      seconds.toFixed(3),
      cpu.toFixed(3),
      Math.round(tokens / seconds / 1000).toLocaleString("en"),
      (median(beside, 0) / seconds).toFixed(1),
      (median(beside, 1) / cpu).toFixed(1),
    ];
  });
  return markdownTable(["what", "s", "CPU s", "1000 words/s", "× gensim", "× gensim, CPU"], rows, {
    left: 1,
  });
}

function writeResult(table: string, tokens: number): void {
  const model = cpus()[0]?.model.trim() ?? "unknown processor";
  const result = `# Counting a vocabulary

${model}, ${cpus().length} cores, Node ${process.versions.node}, gensim 4.4.0; load ${loadavg()[0]?.toFixed(1)} at the end, this bench included.
State of the Union, ${tokens.toLocaleString("en")} tokens, minCount 5; medians of ${values.runs} runs, alternating, each in a process of its own.
Ours also encodes the corpus as ids, which gensim does at each epoch; gensim's build_vocab also makes the tables of the vectors.

${table}

Made by \`node --import tsx kernel-helpers/bench/vocabulary-speed.ts --write 1\`.
`;
  writeFileSync(join(here, "results/vocabulary-speed.md"), result);
}
