// Accuracy of classifiers of reviews by the number of labelled texts, over ten draws, with 95 % intervals of the mean:
//   node --import tsx kernel-helpers/bench/sentiment.ts [--set film-snippets] [--draws 10] [--budgets 100,300,1000,all] [--vectors FILE]
// Vectors are trained on the texts without their labels, test texts left out, unless --vectors names a file. Needs npm run setup.
import { parseArgs } from "node:util";
import {
  classScores,
  dataset,
  filledTable,
  fitLogisticRegression,
  fitNaiveBayes,
  fitTerms,
  labelBudget,
  labelledTexts,
  likeliestClasses,
  loadVectors,
  meanInterval,
  meanVectors,
  networkScores,
  openSimd,
  type Part,
  seededRandom,
  splitExamples,
  startTraining,
  type Table,
  type Tuning,
  termCounts,
  textNetwork,
  tfIdf,
  tokenizer,
  tuneNetwork,
} from "kernel-helpers";

const { values } = parseArgs({
  options: {
    set: { type: "string", default: "film-snippets" },
    more: { type: "string", default: "" },
    draws: { type: "string", default: "10" },
    budgets: { type: "string", default: "100,300,1000,all" },
    methods: { type: "string", default: "bayes,logistic,mean,frozen,full,low-rank,scratch" },
    vectors: { type: "string", default: "" },
    epochs: { type: "string", default: "10" },
    alpha: { type: "string", default: "0.01" },
    seed: { type: "string", default: "1" },
  },
});

const reviews = await dataset(values.set as "film-snippets");
const { texts, labels, groups } = labelledTexts(reviews);
const isChinese = values.set.includes("chinese");
const divide = tokenizer(isChinese ? "chinese" : "words");
const tokens = texts.map((text) => divide(text));
const split = splitExamples(texts.length, { groups, seed: Number(values.seed) });
const { train, validation, test } = split;
const tested = new Set(test.examples.map((example) => texts[example]));

// what nobody labelled: every text of the set but those of the test part, and further sets
const unlabelled = [
  ...reviews.records.map(({ text }) => text),
  ...(
    await Promise.all(
      values.more
        .split(",")
        .filter(Boolean)
        .map((name) => dataset(name as "film-snippets")),
    )
  ).flatMap(({ records }) => records.map(({ text }) => text)),
]
  .filter((text) => !tested.has(text))
  .map((text) => divide(text));
const { words, table } = await vectors();
const vocabulary = { words, ids: new Map(words.map((word, id) => [word, id])) };
const ids = tokens.map((list) => list.flatMap((token) => vocabulary.ids.get(token) ?? []));
const covered =
  ids.reduce((sum, list) => sum + list.length, 0) / tokens.reduce((sum, list) => sum + list.length, 0);
console.log(
  `${values.set}: ${texts.length} texts, ${train.examples.length} / ${validation.examples.length} / ${test.examples.length}; ${words.length} words, ${(100 * covered).toFixed(1)} % of the tokens`,
);
const share = accuracy(Uint32Array.from(test.examples, () => majorityOf(train)));
console.log(`majority ${share.toFixed(3)}`);

for (const method of values.methods.split(",")) {
  for (const budget of values.budgets.split(",")) {
    const start = performance.now();
    const scores: number[] = [];
    const draws =
      budget === "all" && ["bayes", "logistic", "mean"].includes(method) ? 1 : Number(values.draws);
    for (let draw = 1; draw <= draws; draw++) {
      const part = budget === "all" ? train : labelBudget(train, labels, Number(budget), { seed: draw });
      scores.push(await score(method, part, draw));
    }
    const { estimate, low, high } =
      scores.length > 1
        ? meanInterval(scores)
        : { estimate: scores[0] as number, low: Number.NaN, high: Number.NaN };
    const seconds = (performance.now() - start) / 1000 / scores.length;
    console.log(
      `${method.padEnd(10)} ${budget.padStart(5)} ${estimate.toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}] ${seconds.toFixed(2)} s each`,
    );
  }
}

async function vectors(): Promise<{ words: readonly string[]; table: Table<Float32Array> }> {
  if (values.vectors !== "") return loadVectors(values.vectors);
  const simd = openSimd();
  const options = {
    architecture: "skip-gram",
    vectorSize: 100,
    minCount: 2,
    seed: 1,
    epochs: Number(values.epochs),
  } as const;
  const training = startTraining(unlabelled, options, simd);
  await training.finish();
  const found = { words: training.vocabulary.words, table: await training.inputTable() };
  training.close();
  return found;
}

async function score(method: string, part: Part<"train">, seed: number): Promise<number> {
  if (method === "bayes" || method === "logistic") {
    const terms = fitTerms(tokens, part, { longest: 2, minDocuments: method === "bayes" ? 1 : 2 });
    const counts = termCounts(tokens, terms);
    const model =
      method === "bayes"
        ? fitNaiveBayes(counts, labels, part)
        : fitLogisticRegression(tfIdf(counts, terms, { sublinear: true }), labels, part, {
            penalty: 0.1,
            tolerance: 1e-3,
          });
    const x = method === "bayes" ? counts : tfIdf(counts, terms, { sublinear: true });
    return accuracy(likeliestClasses(classScores(model, x, test)));
  }
  if (method === "mean") {
    const h = meanVectors(ids, table);
    const model = fitLogisticRegression(h, labels, part, { penalty: 0.1, tolerance: 1e-3 });
    return accuracy(likeliestClasses(classScores(model, h, test)));
  }
  const random = seededRandom(seed);
  const small = (): number => (random() - 0.5) / table.width;
  const tuning: Tuning = method === "scratch" ? "full" : (method as Tuning);
  const base = method === "scratch" ? filledTable(table.rows, table.width, small) : table;
  const network = textNetwork(base, { tuning, rank: 4, seed });
  for await (const _ of tuneNetwork(
    network,
    { texts: ids, labels },
    { train: part, validation },
    { alpha: Number(values.alpha), seed, epochs: 100, patience: 5 },
  ));
  return accuracy(
    likeliestClasses(
      networkScores(
        network,
        test.examples.map((example) => ids[example] as number[]),
      ),
    ),
  );
}

function accuracy(predicted: ArrayLike<number>): number {
  return test.examples.filter((example, i) => labels[example] === predicted[i]).length / test.examples.length;
}

function majorityOf({ examples }: Part): number {
  const praise = examples.filter((example) => labels[example] === 1).length;
  return 2 * praise > examples.length ? 1 : 0;
}
