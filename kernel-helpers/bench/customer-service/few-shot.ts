import {
  classScores,
  type Features,
  fitLogisticRegression,
  type IntentSentence,
  likeliestClasses,
  type Simd,
  seededRandom,
  shuffled,
  tokenizer,
} from "kernel-helpers";
import { type Sentence, vectorFeatures, wordFeatures } from "./sentence-features.ts";

/** Accuracies of one kind of features and one number of templates. */
export interface FewShotRow {
  readonly features: "majority" | "words" | "vectors";
  readonly shots: string;
  readonly accuracies: number[];
}

const FITTING = { penalty: 0.01, tolerance: 0.01, maxSteps: 5000 };
const SHOTS = [1, 3, 10, Number.POSITIVE_INFINITY];

/** For each number of labelled templates and kind of features the accuracy of a logistic regression on new templates, for each seed. */
export async function fewShotAccuracies(
  language: "en" | "zh",
  records: readonly IntentSentence[],
  simd: Simd,
  seeds: readonly number[],
): Promise<FewShotRow[]> {
  const divide = tokenizer(language === "en" ? "words" : "chinese");
  const intents = [...new Set(records.map(({ intent }) => intent))].sort();
  const sentences = records
    .filter((one) => one.language === language)
    .map(({ text, intent, template }) => ({
      tokens: divide(text),
      intent: intents.indexOf(intent),
      template,
    }));
  const rows: FewShotRow[] = [];
  for (const count of SHOTS) {
    const [majority, words, vectors] = (["majority", "words", "vectors"] as const).map((features) => {
      const one: FewShotRow = {
        features,
        shots: Number.isFinite(count) ? `${count}` : "all",
        accuracies: [],
      };
      rows.push(one);
      return one.accuracies;
    }) as [number[], number[], number[]];
    for (const seed of seeds) {
      const { train, test } = split(sentences, intents.length, count, seed);
      majority.push(shareOfLargest(sentences, train, test));
      words.push(accuracy(sentences, wordFeatures(sentences, train), train, test));
      vectors.push(accuracy(sentences, await vectorFeatures(sentences, test, simd, seed), train, test));
    }
  }
  return rows;
}

/** A quarter of each intent's templates for the test, `count` of the others for training. */
function split(
  sentences: readonly Sentence[],
  intents: number,
  count: number,
  seed: number,
): { train: number[]; test: number[] } {
  const random = seededRandom(seed);
  const [train, test] = [new Set<string>(), new Set<string>()];
  for (let intent = 0; intent < intents; intent++) {
    const own = sentences.filter((one) => one.intent === intent).map(({ template }) => template);
    const drawn = shuffled([...new Set(own)], random);
    const quarter = Math.ceil(drawn.length / 4);
    for (const template of drawn.slice(0, quarter)) test.add(template);
    for (const template of drawn.slice(quarter, quarter + count)) train.add(template);
  }
  const chosen = (names: ReadonlySet<string>): number[] =>
    sentences.flatMap(({ template }, i) => (names.has(template) ? [i] : []));
  return { train: chosen(train), test: chosen(test) };
}

function shareOfLargest(
  sentences: readonly Sentence[],
  train: readonly number[],
  test: readonly number[],
): number {
  const counts = new Map<number, number>();
  for (const i of train) {
    const { intent } = sentences[i] as Sentence;
    counts.set(intent, (counts.get(intent) ?? 0) + 1);
  }
  const [[largest] = [0]] = [...counts].sort(([, a], [, b]) => b - a);
  return test.filter((i) => sentences[i]?.intent === largest).length / test.length;
}

function accuracy(
  sentences: readonly Sentence[],
  x: Features,
  train: readonly number[],
  test: readonly number[],
): number {
  const labels = sentences.map(({ intent }) => intent);
  const classifier = fitLogisticRegression(x, labels, { name: "train", examples: train }, FITTING);
  const found = likeliestClasses(classScores(classifier, x, { name: "test", examples: test }));
  return test.filter((example, at) => found[at] === labels[example]).length / test.length;
}
