// The tables behind lesson 15: what widening a lexicon buys over ten trainings, labels from result messages, and 20 planted shocks, as Markdown:
//   node --import tsx kernel-helpers/bench/finance-monitor.ts > kernel-helpers/bench/results/finance-monitor.md
// Reads the data sets reuters-news, finance-words and editorial-snippets (w2v data get NAME). Needs npm run setup. Some minutes.
import {
  dataset,
  type Lexicon,
  labelledTexts,
  openSimd,
  shockedStream,
  startTraining,
  tokenize,
  widenLexicon,
} from "kernel-helpers";
import { markdownTable } from "../../tools/print/markdown-table.ts";
import {
  ALL,
  covered,
  majority,
  over,
  precisionOf,
  type Rated,
  resultOf,
  watched,
  wideningName,
} from "./finance-measures.ts";
import { GIVE_AWAYS, SEEDS, type TrainedNews, tellResults } from "./finance-results.ts";
import { median } from "./median.ts";

const WIDENINGS = [
  ...[0.04, 0.06, 0.08, 0.1].map((margin) => ({ margin, nearest: ALL, graded: true })),
  ...[0.06, 0.08].map((margin) => ({ margin, nearest: ALL, graded: false })),
  ...[0.1, 0.15].map((margin) => ({ margin, nearest: 5, graded: false })),
];
const WATCHING = 2; // of them, beside the seeds
const LIMITS = [3, 4, 5, 6, 8];

const news = (await dataset("reuters-news")).records.map(({ text }) => tokenize(text));
const words = (await dataset("finance-words")).records;
const seeds: Lexicon = new Map(words.map(({ word, label }) => [word, label]));
const opinions = labelledTexts(await dataset("editorial-snippets"));
const rated: Rated[] = opinions.texts.map((text, i) => ({
  tokens: tokenize(text),
  sign: opinions.labels[i] === 1 ? 1 : -1,
}));
const trained: TrainedNews[] = [];
for (const seed of SEEDS) {
  const options = { architecture: "skip-gram", vectorSize: 100, window: 5, epochs: 8, seed } as const;
  const training = startTraining(news, options, openSimd({ threads: 1 }));
  for await (const _ of training);
  trained.push({ vocabulary: training.vocabulary, table: await training.inputTable() });
  training.close();
  console.error(`seed ${seed} trained`);
}
const widened = WIDENINGS.map((options) =>
  trained.map(({ vocabulary, table }) => widenLexicon(seeds, vocabulary, table, options)),
);
const names = WIDENINGS.map(wideningName);
console.log(
  `# A monitor for financial news\n\n${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}.\n`,
);
tellLexicons();
tellResults(news, trained);
tellShocks();

function tellLexicons(): void {
  console.log(
    `## A lexicon and its neighbours\n\nSeeds: ${seeds.size} words of Loughran and McDonald. Vectors: Skip-Gram, 100 numbers, 8 epochs over ${news.length} messages of ` +
      `Reuters. Coverage: share of texts with a word of the lexicon, for ${rated.length} sentences of editorials with an opinion, and for the messages. Precision: share of ` +
      "right signs where the score is not 0, in the editorials. Mean over ten seeds of the training with its 95 % interval; the seeds alone have no chance in them. " +
      `Majority of the editorials ${majority(rated.map(({ sign }) => sign)).toFixed(3)}.\n`,
  );
  const texts = rated.map(({ tokens }) => tokens);
  const rows = [["seeds", [seeds]] as const, ...names.map((name, i) => [name, widened[i] ?? []] as const)];
  const head = ["lexicon", "words", "coverage, editorials", "precision, editorials", "coverage, messages"];
  console.log(
    markdownTable(
      head,
      rows.map(([name, list]) => {
        const of = (measure: (lexicon: Lexicon) => number, digits = 3): string =>
          over(list.map(measure), digits);
        const coverage = [texts, news].map((some) => of((lexicon) => covered(some, lexicon)));
        const precision = of((lexicon) => precisionOf(rated, lexicon));
        return [name, of(({ size }) => size, 0), coverage[0] ?? "", precision, coverage[1] ?? ""];
      }),
    ),
  );
}

function tellShocks(): void {
  const shock = news.filter((tokens) => resultOf(tokens) < 0);
  const streams = Array.from({ length: 20 }, (_, i) =>
    shockedStream(news, shock, { quiet: 1000, shocked: 200, share: 0.5, seed: i + 1 }),
  );
  console.log(
    "\n## Planted shocks\n\n20 streams of 1,000 messages drawn from all, then 200 of which half are a loss after a profit. The first 100 give the baseline. CUSUM with slack 1/2: false alarms per " +
      `1,000 quiet messages with their 95 % interval, the median delay in messages, and how many of the 20 shocks were never found. The shock was chosen by the words "loss … vs profit", so the same is measured with the give-away words taken out of the lexicons. Widened: ${names[WATCHING]}, each stream with the vectors of another seed of the ten.\n`,
  );
  const wide = widened[WATCHING] as Lexicon[];
  const rows = (
    [
      ["seeds", [seeds]],
      ["seeds, without the give-away words", [blinded(seeds)]],
      ["widened", wide],
      ["widened, without the give-away words", wide.map(blinded)],
    ] as const
  ).flatMap(([name, list]) =>
    LIMITS.map((limit) => {
      const found = streams.map((stream, i) =>
        watched(stream, list[i % list.length] as Lexicon, { limit, shockAt: 1001 }),
      );
      const delays = found.map(({ delay }) => delay);
      const middle = median(delays);
      const early = found.map(({ falsePerThousand }) => falsePerThousand);
      const never = delays.filter((delay) => delay === Number.POSITIVE_INFINITY).length;
      return [
        name,
        String(limit),
        over(early, 1),
        Number.isFinite(middle) ? String(middle) : "∞",
        String(never),
      ];
    }),
  );
  console.log(markdownTable(["lexicon", "limit h", "false alarms", "delay", "never found"], rows));
}

function blinded(lexicon: Lexicon): Lexicon {
  return new Map([...lexicon].filter(([word]) => !GIVE_AWAYS.has(word)));
}
