// The tables behind lesson 15: what widening a lexicon buys over ten trainings, labels from result messages, and 20 planted shocks, as Markdown:
//   node --import tsx kernel-helpers/bench/finance-monitor.ts > kernel-helpers/bench/results/finance-monitor.md
// Reads the data sets reuters-news, finance-words and editorial-snippets (w2v data get NAME). Needs npm run setup. Some minutes.
import {
  classScores,
  dataset,
  encode,
  fitLogisticRegression,
  fitNaiveBayes,
  fitTerms,
  type Lexicon,
  labelledTexts,
  likeliestClasses,
  meanVectors,
  openSimd,
  type Split,
  shockedStream,
  splitExamples,
  startTraining,
  type Table,
  termCounts,
  tokenize,
  type Vocabulary,
  widenLexicon,
} from "kernel-helpers";
import { markdownTable } from "../../tools/print/markdown-table.ts";
import { covered, majority, over, precisionOf, type Rated, resultOf, watched } from "./finance-measures.ts";

const SEEDS = Array.from({ length: 10 }, (_, i) => i + 1);
const ALL = 10_000; // seeds: all of them
const WIDENINGS = [
  ...[0.04, 0.06, 0.08, 0.1].map((margin) => ({ margin, nearest: ALL, graded: true })),
  ...[0.06, 0.08].map((margin) => ({ margin, nearest: ALL, graded: false })),
  ...[0.1, 0.15].map((margin) => ({ margin, nearest: 5, graded: false })),
];
const WATCHING = 2; // of them, beside the seeds
const LIMITS = [3, 4, 5, 6, 8];
const GIVE_AWAYS = new Set("loss losses lost profit profits profitable vs net".split(" "));

const news = (await dataset("reuters-news")).records.map(({ text }) => tokenize(text));
const words = (await dataset("finance-words")).records;
const seeds: Lexicon = new Map(words.map(({ word, label }) => [word, label]));
const opinions = labelledTexts(await dataset("editorial-snippets"));
const rated: Rated[] = opinions.texts.map((text, i) => ({
  tokens: tokenize(text),
  sign: opinions.labels[i] === 1 ? 1 : -1,
}));
const trained: { vocabulary: Vocabulary; table: Table<Float32Array | Float64Array> }[] = [];
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
const names = WIDENINGS.map(
  ({ margin, nearest, graded }) =>
    `${nearest === ALL ? "all seeds" : `${nearest} nearest seeds`}, ${graded ? "d(w)" : "±1"}, margin ${margin}`,
);
const day = new Date().toISOString().slice(0, 10);
console.log(`# A monitor for financial news\n\n${day}, Node ${process.versions.node}.\n`);
tellLexicons();
tellResults();
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

function tellResults(): void {
  const results = news.filter((tokens) => resultOf(tokens) !== 0);
  const labels = results.map((tokens) => (resultOf(tokens) + 1) / 2);
  const without = results.map((tokens) => tokens.filter((token) => !GIVE_AWAYS.has(token)));
  const groups = without.map((tokens) => tokens.join(" "));
  const splits = SEEDS.map((seed) =>
    splitExamples(results.length, { seed, test: 0.3, validation: 0.1, groups }),
  );
  const right = ({ test }: Split, found: Uint32Array): number =>
    test.examples.filter((i, at) => found[at] === labels[i]).length / test.examples.length;
  const bayes = (texts: readonly string[][], split: Split): number => {
    const counts = termCounts(texts, fitTerms(texts, split.train, { longest: 2 }));
    const model = fitNaiveBayes(counts, labels, split.train);
    return right(split, likeliestClasses(classScores(model, counts, split.test)));
  };
  const means = trained.map(({ vocabulary, table }) =>
    meanVectors(
      without.map((tokens) => encode(vocabulary, tokens)),
      table,
    ),
  );
  const regression = (split: Split, i: number): number => {
    const x = means[i] as Table;
    const model = fitLogisticRegression(x, labels, split.train);
    return right(split, likeliestClasses(classScores(model, x, split.test)));
  };
  const most = splits.map(({ test }) => majority(test.examples.map((i) => labels[i] as number)));
  console.log(
    `\n## Labels from result messages\n\n${results.length} messages with "loss … vs profit" or the reverse. Accuracy on ten splits, with its 95 % interval; the vectors of a split are of a seed of their own.\n`,
  );
  const rows = [
    ["majority", most],
    ["naive Bayes on words and pairs, give-away words left in", splits.map((split) => bayes(results, split))],
    ["naive Bayes on words and pairs, without them", splits.map((split) => bayes(without, split))],
    ["logistic regression on mean vectors, without them", splits.map(regression)],
  ] as const;
  console.log(
    markdownTable(
      ["method", "accuracy"],
      rows.map(([method, values]) => [method, over(values)]),
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
      `1,000 quiet messages with their 95 % interval, the median delay in messages, and how many of the 20 shocks were never found. Widened: ${names[WATCHING]}, vectors of seed 1.\n`,
  );
  const wide = widened[WATCHING]?.[0] as Lexicon;
  const rows = [["seeds", seeds] as const, ["widened", wide] as const].flatMap(([name, lexicon]) =>
    LIMITS.map((limit) => {
      const found = streams.map((stream) => watched(stream, lexicon, { limit, shockAt: 1001 }));
      const delays = found.map(({ delay }) => delay).sort((a, b) => a - b);
      const early = found.map(({ falsePerThousand }) => falsePerThousand);
      const never = delays.filter((delay) => delay === Number.POSITIVE_INFINITY).length;
      return [name, String(limit), over(early, 1), String(delays[10]), String(never)];
    }),
  );
  console.log(markdownTable(["lexicon", "limit h", "false alarms", "delay", "never found"], rows));
}
