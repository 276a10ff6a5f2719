// The tables behind lesson 15: what widening a lexicon buys over ten trainings, labels from result messages, false alarms and delay on 20 planted shocks, as Markdown:
//   node --import tsx kernel-helpers/bench/finance-monitor.ts > kernel-helpers/bench/results/finance-monitor.md
// Reads the fetched data sets reuters-news, finance-words and editorial-snippets (w2v data get …). Needs npm run setup. About 5 minutes on two cores.
import {
  alarmScores,
  baselineOf,
  cusumChart,
  dataset,
  encode,
  fitLogisticRegression,
  fitNaiveBayes,
  fitTerms,
  classScores,
  labelledTexts,
  type Lexicon,
  lexiconScore,
  likeliestClasses,
  meanInterval,
  meanVectors,
  openSimd,
  shockedStream,
  type Split,
  splitExamples,
  startTraining,
  termCounts,
  tokenize,
  widenLexicon,
} from "kernel-helpers";
import { markdownTable } from "../../tools/print/markdown-table.ts";

const SEEDS = Array.from({ length: 10 }, (_, i) => i + 1);
const MARGINS = [0.02, 0.05, 0.1, 0.15, 0.2];
const GIVE_AWAYS = new Set("loss losses lost profit profits profitable vs net".split(" "));

const news = (await dataset("reuters-news")).records.map(({ text }) => tokenize(text));
const seeds: Lexicon = new Map((await dataset("finance-words")).records.map(({ word, label }) => [word, label]));
const opinions = labelledTexts(await dataset("editorial-snippets"));
const rated = opinions.texts.map((text, i) => ({ tokens: tokenize(text), sign: 2 * (opinions.labels[i] as number) - 1 }));
const trained = [];
for (const seed of SEEDS) {
  const training = startTraining(
    news,
    { architecture: "skip-gram", vectorSize: 100, window: 5, epochs: 8, seed },
    openSimd({ threads: 1 }),
  );
  for await (const _ of training);
  trained.push({ vocabulary: training.vocabulary, table: await training.inputTable() });
  training.close();
}
const lexicons = MARGINS.map((margin) => trained.map(({ vocabulary, table }) => widenLexicon(seeds, vocabulary, table, { margin })));

console.log(`# A monitor for financial news\n\n${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}.\n`);
console.log(
  `## A lexicon and its neighbours\n\nSeeds: ${seeds.size} words of Loughran and McDonald. Vectors: Skip-Gram, 100 numbers, ${news.length} messages of Reuters, ` +
    `8 epochs, ten seeds. Coverage: share of texts with a word of the lexicon, in ${rated.length} sentences of editorials with an opinion and in the messages. Precision: share of right signs where the ` +
    `score is not 0. Mean over the seeds, in brackets its 95 % interval; the seeds alone have no chance in them. Majority ${majority(rated.map(({ sign }) => sign)).toFixed(3)}.\n`,
);
console.log(
  markdownTable(
    ["lexicon", "words", "coverage, editorials", "precision", "coverage, Reuters"],
    [["seeds", [seeds]] as const, ...MARGINS.map((margin, i) => [`margin ${margin}`, lexicons[i] as Lexicon[]] as const)].map(([name, list]) => {
      const of = (measure: (lexicon: Lexicon) => number, digits = 3): string => over(list.map(measure), digits);
      return [name, of(({ size }) => size, 0), of((l) => quality(l).coverage), of((l) => quality(l).precision), of((l) => covered(news, l))];
    }),
  ),
);

const results = news.map((tokens) => ({ tokens, sign: resultOf(tokens) })).filter(({ sign }) => sign !== 0);
const labels = results.map(({ sign }) => (sign + 1) / 2);
const asTheyAre = results.map(({ tokens }) => tokens);
const without = asTheyAre.map((tokens) => tokens.filter((token) => !GIVE_AWAYS.has(token)));
const splits = SEEDS.map((seed) => splitExamples(results.length, { seed, test: 0.3, validation: 0.1, groups: without.map((t) => t.join(" ")) }));
const means = trained.map(({ vocabulary, table }) => meanVectors(without.map((tokens) => encode(vocabulary, tokens)), table));
console.log(`\n## Labels from result messages\n\n${results.length} messages, "loss … vs profit" or the reverse. Accuracy on ten splits.\n`);
const regression = (split: Split, i: number): number => {
  const x = means[i] as (typeof means)[number];
  return right(split, likeliestClasses(classScores(fitLogisticRegression(x, labels, split.train), x, split.test)));
};
console.log(
  markdownTable(
    ["method", "accuracy"],
    [
      ["majority", over(splits.map(({ test }) => majority(test.examples.map((i) => labels[i] as number))))],
      ["naive Bayes, words and pairs, give-away words left in", over(splits.map((split) => bayes(asTheyAre, split)))],
      ["naive Bayes, words and pairs, without them", over(splits.map((split) => bayes(without, split)))],
      ["logistic regression on mean vectors, without them", over(splits.map(regression))],
    ],
  ),
);

const shock = results.filter(({ sign }) => sign < 0).map(({ tokens }) => tokens);
const streams = Array.from({ length: 20 }, (_, i) => shockedStream(news, shock, { quiet: 1000, shocked: 200, share: 0.5, seed: i + 1 }));
console.log(
  "\n## Planted shocks\n\n20 streams of 1,000 drawn messages, then 200 of which half are a loss after a profit; baseline from the first 100. CUSUM, slack 1/2. Mean of false alarms per 1,000 quiet messages with " +
    "its 95 % interval, median of the delay, streams without an alarm in the shock. Widened: margin 0.1, vectors of seed 1.\n",
);
const watchers = [["seeds", seeds], ["widened", (lexicons[2] as Lexicon[])[0] as Lexicon]] as const;
console.log(
  markdownTable(
    ["lexicon", "limit h", "false alarms per 1,000", "delay, median", "never found"],
    watchers.flatMap(([name, lexicon]) =>
      [3, 4, 5, 6, 8].map((limit) => {
        const found = streams.map((stream) => watched(stream, lexicon, limit));
        const delays = found.map(({ delay }) => delay).sort((a, b) => a - b);
        const early = over(found.map(({ falsePerThousand }) => falsePerThousand), 1);
        return [name, String(limit), early, String(delays[10]), String(delays.filter((d) => d === Infinity).length)];
      }),
    ),
  ),
);

function over(values: readonly number[], digits = 3): string {
  if (values.length === 1) return (values[0] as number).toFixed(digits);
  const { estimate, low, high } = meanInterval(values);
  return `${estimate.toFixed(digits)} (${low.toFixed(digits)} to ${high.toFixed(digits)})`;
}

function majority(signs: readonly number[]): number {
  const most = signs.filter((sign) => sign === 1).length / signs.length;
  return Math.max(most, 1 - most);
}

function covered(texts: readonly (readonly string[])[], lexicon: Lexicon): number {
  return texts.filter((tokens) => lexiconScore(tokens, lexicon).found > 0).length / texts.length;
}

function quality(lexicon: Lexicon): { coverage: number; precision: number } {
  const spoken = rated.map(({ tokens, sign }) => lexiconScore(tokens, lexicon).score * sign).filter((x) => x !== 0);
  return { coverage: covered(rated.map(({ tokens }) => tokens), lexicon), precision: spoken.filter((x) => x > 0).length / spoken.length };
}

function resultOf(tokens: readonly string[]): number {
  let now = "";
  for (const [at, token] of tokens.entries()) {
    const then = tokens[at + 1];
    if (token === "loss" || token === "profit") now = token;
    if (token === "vs" && now !== "" && (then === "loss" || then === "profit") && now !== then) return now === "profit" ? 1 : -1;
  }
  return 0;
}

function right({ test }: Split, found: Uint32Array): number {
  return test.examples.filter((i, at) => found[at] === labels[i]).length / test.examples.length;
}

function bayes(texts: readonly string[][], split: Split): number {
  const counts = termCounts(texts, fitTerms(texts, split.train, { longest: 2 }));
  return right(split, likeliestClasses(classScores(fitNaiveBayes(counts, labels, split.train), counts, split.test)));
}

function watched(stream: readonly (readonly string[])[], lexicon: Lexicon, limit: number): ReturnType<typeof alarmScores> {
  const scores = stream.map((tokens) => lexiconScore(tokens, lexicon).score);
  const chart = cusumChart(baselineOf(scores.slice(0, 100)), { limit });
  const alarms = scores.slice(100).flatMap((score, i) => (chart.add(score).alarm ? [101 + i] : []));
  return alarmScores(alarms, { warmUp: 100, shockAt: 1001 });
}
