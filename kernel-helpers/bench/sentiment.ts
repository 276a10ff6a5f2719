// Accuracy of classifiers of reviews by the number of labels, on the test part, over draws of the labelled texts, as Markdown:
//   node --import tsx kernel-helpers/bench/sentiment.ts [--set chinese-reviews] [--draws 10] [--budgets 100,300,1000,3000,all]
// A budget is all labels that there are: networks stop by a fifth of them, or with --validation whole by the whole validation part, which the budget
// then does not pay for. Vectors are trained on the texts without labels, those of the test left out. Needs npm run setup.
import { parseArgs } from "node:util";
import {
  dataset,
  encode,
  filledTable,
  labelBudget,
  labelledTexts,
  likeliestClasses,
  meanInterval,
  networkScores,
  openSimd,
  type Part,
  seededRandom,
  splitExamples,
  startTraining,
  type Tuning,
  textNetwork,
  tokenizer,
  tuneNetwork,
} from "kernel-helpers";
import { countedWords, leakedLines, meanVectorClasses, type Texts } from "./sentiment-baselines.ts";

const { values } = parseArgs({
  options: {
    set: { type: "string", default: "chinese-reviews" },
    draws: { type: "string", default: "10" },
    budgets: { type: "string", default: "100,300,1000,3000,all" },
    methods: { type: "string", default: "bayes,words,mean,frozen,low-rank,full,scratch" },
    validation: { type: "string", default: "share" },
    size: { type: "string", default: "100" },
    epochs: { type: "string", default: "10" },
    alphas: { type: "string", default: "frozen:0.03,low-rank:0.01,full:0.01,scratch:0.01" },
    patience: { type: "string", default: "5" },
  },
});
const alphas = Object.fromEntries(values.alphas.split(",").map((pair) => pair.split(":"))) as Record<
  string,
  string
>;
const baselines = ["bayes", "words", "mean"];

const reviews = await dataset(values.set as "film-snippets");
const { texts, labels, groups } = labelledTexts(reviews);
const divide = tokenizer(values.set.includes("chinese") ? "chinese" : "words");
const tokens = texts.map((text) => divide(text));
const { train, validation, test } = splitExamples(texts.length, { groups, seed: 13 });
const { words, ids, vectors } = await pretrained();
const known: Texts = { tokens, labels, ids, vectors };
const share = (100 * ids.flat().length) / tokens.flat().length;
const sizes = [train, validation, test].map(({ examples }) => examples.length).join(" / ");
const majority = Math.max(
  ...[0, 1].map((label) => accuracy(new Uint8Array(test.examples.length).fill(label))),
);

console.log(`## ${values.set}\n`);
console.log(
  `${texts.length.toLocaleString("en")} texts in two classes, ${sizes} in the three parts; vectors of ${values.size} numbers for ${words.toLocaleString("en")} ` +
    `words, which are ${share.toFixed(1)} % of the tokens. Majority ${majority.toFixed(3)}. ${values.draws} draws of the labelled texts, mean ± half the 95 % interval of the mean; ` +
    `where all labels are used, draws differ in their seed alone, and methods without one have one number.\n`,
);
const budgets = values.budgets.split(",");
console.log(`| method | ${budgets.map((count) => `${count} labels`).join(" | ")} | s for the last |`);
console.log(`|---|${"--:|".repeat(budgets.length + 1)}`);
for (const method of values.methods.split(",")) {
  const cells: string[] = [];
  let seconds = 0;
  for (const budget of budgets) {
    const isAll = budget === "all";
    const draws =
      isAll && baselines.includes(method)
        ? 1
        : isAll
          ? Math.min(3, Number(values.draws))
          : Number(values.draws);
    const start = performance.now();
    const scores: number[] = [];
    for (let seed = 1; seed <= draws; seed++)
      scores.push(await scoreOf(method, isAll ? train.examples.length : Number(budget), seed));
    seconds = (performance.now() - start) / 1000 / draws;
    cells.push(spoken(scores));
    console.error(`${method} ${budget}: ${cells.at(-1)}, ${seconds.toFixed(2)} s each`);
  }
  console.log(`| ${method} | ${cells.join(" | ")} | ${seconds.toFixed(1)} |`);
}
const leaked = leakedLines(reviews.records, divide);
if (leaked) {
  console.log(
    `\nThe ${leaked.lines.toLocaleString("en")} lines of the package split at random: training has ${(100 * leaked.share).toFixed(1)} % of the test's texts, and counted ` +
      `words (naive Bayes, all labels) seem to reach ${leaked.accuracy.toFixed(3)}.`,
  );
}

async function pretrained() {
  const tested = new Set(test.examples);
  const options = {
    architecture: "skip-gram",
    vectorSize: Number(values.size),
    epochs: Number(values.epochs),
    minCount: 2,
  } as const;
  const training = startTraining(
    tokens.filter((_, i) => !tested.has(i)),
    options,
    openSimd(),
  );
  await training.finish();
  const { vocabulary } = training;
  const table = await training.inputTable();
  training.close();
  return {
    words: vocabulary.words.length,
    ids: tokens.map((list) => encode(vocabulary, list)),
    vectors: table,
  };
}

async function scoreOf(method: string, count: number, seed: number): Promise<number> {
  const whole = count === train.examples.length ? train : labelBudget(train, labels, count, { seed });
  if (method === "mean") return accuracy(meanVectorClasses(known, whole, test));
  if (method === "bayes" || method === "words") return accuracy(countedWords(method, known, whole, test));
  return accuracy(
    likeliestClasses(
      networkScores(
        await tuned(method, whole, seed),
        test.examples.map((i) => ids[i] as number[]),
      ),
    ),
  );
}

async function tuned(method: string, whole: Part<"train">, seed: number) {
  const random = seededRandom(seed);
  const small = (): number => (random() - 0.5) / vectors.width;
  const tuning = (method === "scratch" ? "full" : method) as Tuning;
  const begin = method === "scratch" ? filledTable(vectors.rows, vectors.width, small) : vectors;
  const network = textNetwork(begin, { tuning, rank: 4, seed });
  const options = { alpha: Number(alphas[method]), seed, epochs: 100, patience: Number(values.patience) };
  for await (const _ of tuneNetwork(network, { texts: ids, labels }, partsOf(whole, seed), options));
  return network;
}

function partsOf(
  whole: Part<"train">,
  seed: number,
): { train: Part<"train">; validation: Part<"validation"> } {
  if (values.validation === "whole") return { train: whole, validation };
  const fitted = labelBudget(whole, labels, Math.round(0.8 * whole.examples.length), { seed });
  const inFitted = new Set(fitted.examples);
  const left = whole.examples.filter((example) => !inFitted.has(example));
  return { train: fitted, validation: { name: "validation", examples: left } };
}

function accuracy(predicted: ArrayLike<number>): number {
  return test.examples.filter((example, i) => labels[example] === predicted[i]).length / test.examples.length;
}

function spoken(scores: readonly number[]): string {
  if (scores.length === 1) return (scores[0] as number).toFixed(3);
  const { estimate, low, high } = meanInterval(scores);
  return `${estimate.toFixed(3)} ± ${((high - low) / 2).toFixed(3)}`;
}
