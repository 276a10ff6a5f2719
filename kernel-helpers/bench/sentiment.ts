// Accuracy of classifiers of reviews by the number of labels, on the test part, over draws of the labelled texts, as Markdown:
//   node --import tsx kernel-helpers/bench/sentiment.ts [--set chinese-reviews] [--draws 10] [--budgets 100,300,1000,3000,all]
// A budget is all labels that there are: what stops early does so by a fifth of them, or with --validation whole by the whole validation part, which
// the budget then does not pay for. Vectors come from the texts without labels, those of the test left out. Needs npm run setup.
import { parseArgs } from "node:util";
import {
  dataset,
  encode,
  labelBudget,
  labelledTexts,
  meanInterval,
  openSimd,
  splitExamples,
  startTraining,
  tokenizer,
} from "kernel-helpers";
import { classesBy, type MethodName, methods, type Texts } from "./sentiment-methods.ts";

const { values } = parseArgs({
  options: {
    set: { type: "string", default: "chinese-reviews" },
    draws: { type: "string", default: "10" },
    budgets: { type: "string", default: "100,300,1000,3000,all" },
    methods: { type: "string", default: Object.keys(methods).join(",") },
    validation: { type: "string", default: "share" },
    size: { type: "string", default: "50" },
    epochs: { type: "string", default: "15" },
  },
});
const asked = values.methods.split(",") as MethodName[];
const budgets = values.budgets.split(",");
const reviews = await dataset(values.set as "film-snippets");
const { texts, labels, groups } = labelledTexts(reviews);
const divide = tokenizer(values.set.includes("chinese") ? "chinese" : "words");
const tokens = texts.map((text) => divide(text));
const split = splitExamples(texts.length, { groups, seed: 13 });
const { train, test } = split;
const task = { ...pretrained(), tokens, labels, split } satisfies Texts;
const count = (number: number): string => number.toLocaleString("en");

console.log(`## ${values.set}\n\n${described()}\n`);
console.log(`| method | ${budgets.map((budget) => `${budget} labels`).join(" | ")} | seconds for the last |`);
console.log(`|---|${"--:|".repeat(budgets.length + 1)}`);
for (const method of asked) {
  const cells: string[] = [];
  let seconds = 0;
  for (const budget of budgets) {
    const { scores, each } = await measured(method, budget);
    seconds = each;
    cells.push(spoken(scores));
    console.error(`${method} ${budget}: ${cells.at(-1)}, ${each.toFixed(2)} s each`);
  }
  console.log(`| ${methods[method]} | ${cells.join(" | ")} | ${seconds.toFixed(1)} |`);
}
console.log(await leaked());

/** The accuracies of all draws, and how long one took. With all labels draws differ in their seed alone. */
async function measured(method: MethodName, budget: string) {
  const isAll = budget === "all";
  const hasSeed = !isAll || !["bayes", "words", "bottom"].includes(method);
  const draws = hasSeed ? (isAll ? 3 : Number(values.draws)) : 1;
  const start = performance.now();
  const scores: number[] = [];
  for (let seed = 1; seed <= draws; seed++) {
    const part = isAll ? train : labelBudget(train, labels, Number(budget), { seed });
    scores.push(
      accuracy(await classesBy(method, task, part, { seed, whole: values.validation === "whole" })),
    );
  }
  return { scores, each: (performance.now() - start) / 1000 / draws };
}

function pretrained(): Pick<Texts, "ids" | "vectors"> {
  const tested = new Set(test.examples);
  const unlabelled = tokens.filter((_, example) => !tested.has(example));
  const training = startTraining(
    unlabelled,
    {
      architecture: "skip-gram",
      vectorSize: Number(values.size),
      epochs: Number(values.epochs),
      minCount: 2,
    },
    openSimd({ threads: 1 }),
  );
  const { vocabulary } = training;
  const ids = tokens.map((list) => encode(vocabulary, list));
  const vectors = training
    .finish()
    .then(() => training.inputTable())
    .finally(() => training.close());
  return { ids, vectors };
}

function described(): string {
  const sizes = Object.values(split).map(({ name, examples }) => `${count(examples.length)} ${name}`);
  const all = tokens.flat().length;
  const share = (100 * task.ids.flat().length) / all;
  const majority = Math.max(
    ...[0, 1].map((label) => accuracy(new Uint8Array(test.examples.length).fill(label))),
  );
  return (
    `${count(texts.length)} texts in two classes (${sizes.join(", ")}), ${count(all)} tokens, of which ${share.toFixed(1)} % have one of the vectors: Skip-Gram, ` +
    `${values.size} numbers, ${values.epochs} epochs. Always the same class: ${majority.toFixed(3)}. Mean of ${values.draws} draws of the labelled texts ± half its 95 % interval; with all labels ` +
    "three seeds, or one number where chance has no part."
  );
}

/** What copies do: the lines as the package has them, split at random, all of training labelled. */
async function leaked(): Promise<string> {
  const copied = reviews.records as unknown as readonly { text: string; label: number; copies?: number }[];
  if (copied[0]?.copies === undefined) return "";
  const lines = copied.flatMap((record) => Array.from({ length: record.copies ?? 1 }, () => record));
  const parts = splitExamples(lines.length, { seed: 13 });
  const trained = new Set(parts.train.examples.map((line) => lines[line]?.text));
  const seen = parts.test.examples.filter((line) => trained.has(lines[line]?.text));
  const own = {
    ...task,
    tokens: lines.map(({ text }) => divide(text)),
    labels: lines.map(({ label }) => (label + 1) / 2),
    split: parts,
  };
  const predicted = await classesBy("words", own, parts.train, { seed: 1, whole: false });
  const right = parts.test.examples.filter((line, i) => own.labels[line] === predicted[i]);
  const shareOf = (some: readonly number[]): number => some.length / parts.test.examples.length;
  return (
    `\nA random split of the ${count(lines.length)} lines of the package, copies and all: training has seen ${(100 * shareOf(seen)).toFixed(1)} % ` +
    `of the test, and logistic regression on words and pairs seems to reach ${shareOf(right).toFixed(3)}.`
  );
}

function accuracy(predicted: ArrayLike<number>): number {
  return test.examples.filter((example, i) => labels[example] === predicted[i]).length / test.examples.length;
}

function spoken(scores: readonly number[]): string {
  if (scores.length === 1) return (scores[0] as number).toFixed(3);
  const { estimate, low, high } = meanInterval(scores);
  return `${estimate.toFixed(3)} ± ${((high - low) / 2).toFixed(3)}`;
}
