// Lesson 14 at full size: rankers, the fallback and few-shot intents, over ten seeds or draws:
//   node --import tsx kernel-helpers/bench/customer-service.ts
// Writes kernel-helpers/bench/results/customer-service.md. About six minutes on two cores.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  bm25Ranker,
  corpusSentences,
  dataset,
  meanInterval,
  meanReciprocalRank,
  mixedRanker,
  openSimd,
  recallAt,
  tfIdfRanker,
  tokenSentences,
} from "kernel-helpers";
import { markdownTable } from "../../tools/print/markdown-table.ts";
import {
  type FaqTask,
  fallbackDraw,
  faqTask,
  ranksIn,
  vectorRankersOf,
} from "./customer-service/faq-task.ts";
import { fewShotAccuracies } from "./customer-service/few-shot.ts";

const SEEDS = Array.from({ length: 10 }, (_, seed) => seed + 1);
const LANGUAGES = ["en", "zh"] as const;
const simd = openSimd({ threads: 1 });

const shown = (values: readonly number[]): string => {
  const { estimate, low, high } = meanInterval(values);
  return `${estimate.toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)})`;
};
const plain = (values: readonly number[]): string =>
  new Set(values).size === 1 ? (values[0] as number).toFixed(3) : shown(values);

/** R@1, R@5 and MRR of a ranker, by seed of its vectors. */
function rankRow(language: string, name: string, bySeed: readonly (readonly number[])[]): string[] {
  return [
    language,
    name,
    plain(bySeed.map((ranks) => recallAt(ranks, 1))),
    plain(bySeed.map((ranks) => recallAt(ranks, 5))),
    plain(bySeed.map((ranks) => meanReciprocalRank(ranks))),
  ];
}

const speeches = await tokenSentences(corpusSentences("sotu"));
const [faq, asked, home] = await Promise.all([
  dataset("debian-faq"),
  dataset("faq-questions"),
  dataset("home-intents"),
]);
const ranking: string[][] = [];
const fallback: string[][] = [];
const intents: string[][] = [];
for (const language of LANGUAGES) {
  const task: FaqTask = faqTask(language, faq.records, asked.records);
  const words = bm25Ranker(task.documents);
  ranking.push(rankRow(language, "TF-IDF", [ranksIn(task, tfIdfRanker(task.documents))]));
  ranking.push(rankRow(language, "BM25", [ranksIn(task, words)]));
  const sources = language === "en" ? (["FAQ", "speeches"] as const) : (["FAQ"] as const);
  for (const source of sources) {
    const found = new Map<string, number[][]>();
    for (const seed of SEEDS) {
      const rankers = await vectorRankersOf(task, source === "FAQ" ? task.documents : speeches, simd, seed);
      const mixed = [0.25, 0.5, 1].map(
        (w) => [`BM25 + ${w} SIF`, mixedRanker([words, rankers.SIF], [1, w])] as const,
      );
      for (const [name, ranker] of [...Object.entries(rankers), ...mixed])
        found.set(name, [...(found.get(name) ?? []), ranksIn(task, ranker)]);
    }
    for (const [name, ranks] of found) ranking.push(rankRow(language, `${name}, ${source}`, ranks));
  }
  for (const allowed of [0.05, 0.1, 0.2]) {
    const draws = SEEDS.map((seed) => fallbackDraw(task, words, allowed, seed));
    fallback.push([
      language,
      `${allowed}`,
      shown(draws.map(({ threshold }) => threshold)),
      shown(draws.map(({ falseAnswers }) => falseAnswers)),
      shown(draws.map(({ falseFallbacks }) => falseFallbacks)),
    ]);
  }
  for (const { features, shots, accuracies } of await fewShotAccuracies(language, home.records, simd, SEEDS))
    intents.push([language, features, shots, shown(accuracies)]);
  console.log(`${language} done`);
}

const text = `# Customer service

${new Date().toISOString().slice(0, 10)}. The numbers of lesson 14 over ten seeds or draws, mean and 95 % interval of the mean (Student). A number without an
interval does not depend on the seed.

Questions in other words than the FAQ's, 180 for 60 sections in each language, to one of its ${faq.records.length} sections. Vectors of 50 numbers by
Skip-Gram: on the FAQ's own text, 40 epochs, or on the State of the Union, 1 epoch.

${markdownTable(["language", "ranker", "R@1", "R@5", "MRR"], ranking, { left: 2 })}

The fallback: "sureness" of the library, with a threshold chosen on one half of the sections so that at most the allowed share of its foreign
questions is answered, and both errors on the other half:

${markdownTable(["language", "allowed", "threshold", "false answers", "false fallbacks"], fallback, { left: 1 })}

Intents of \`home-intents\`, accuracy on a quarter of the templates, none of which is in training; "majority" always says the most frequent intent of
the training part:

${markdownTable(["language", "features", "templates of each intent", "accuracy"], intents, { left: 3 })}

Made by \`node --import tsx kernel-helpers/bench/customer-service.ts\`.
`;
writeFileSync(fileURLToPath(new URL("results/customer-service.md", import.meta.url)), text);
