import {
  classScores,
  encode,
  fitLogisticRegression,
  fitNaiveBayes,
  fitTerms,
  likeliestClasses,
  meanVectors,
  type Split,
  splitExamples,
  type Table,
  termCounts,
  type Vocabulary,
} from "kernel-helpers";
import { markdownTable } from "../../tools/print/markdown-table.ts";
import { majority, over, resultOf } from "./finance-measures.ts";

/** The seeds of trainings and splits. */
export const SEEDS: readonly number[] = Array.from({ length: 10 }, (_, i) => i + 1);
/** The words by which result messages get their labels, and their relatives. */
export const GIVE_AWAYS: ReadonlySet<string> = new Set(
  "loss losses lost profit profits profitable vs net".split(" "),
);

/** Vectors that were trained on the messages. */
export interface TrainedNews {
  readonly vocabulary: Vocabulary;
  readonly table: Table<Float32Array | Float64Array>;
}

/** Prints how well the labels of result messages are found, with and without the words that give them away. */
export function tellResults(news: readonly string[][], trained: readonly TrainedNews[]): void {
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
  const means = trained.map(({ vocabulary, table }) => {
    const ids = without.map((tokens) => encode(vocabulary, tokens));
    return meanVectors(ids, table);
  });
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
