import {
  bootstrapInterval,
  classScores,
  fitLogisticRegression,
  fitTerms,
  likeliestClasses,
  networkScores,
  type TextNetwork,
  termCounts,
  tfIdf,
} from "../classify/index.ts";
import type { TuneTask } from "./tune-task.ts";

/** What `w2v tune` says of its classifier. */
export interface Judged {
  readonly lines: readonly string[];
  /** For the card. */
  readonly scores: Readonly<Record<string, number>>;
}

/** The most frequent label, the first of equally frequent ones. */
function mostFrequent(labels: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || a - b)[0]?.[0];
}

/** Uses the test part: the classifier beside counted words, fitted on the same training part, and beside the most frequent class of that part. */
export function judgedOnce({ data, source, split, tokens }: TuneTask, network: TextNetwork): Judged {
  const { train, test } = split;
  const truth = test.examples.map((example) => source.labels[example] as number);
  const rightOf = (predicted: ArrayLike<number>): boolean[] =>
    truth.map((label, i) => predicted[i] === label);
  const shareOf = (right: readonly boolean[]): number => right.filter(Boolean).length / right.length;
  const texts = test.examples.map((example) => data.texts[example] as ArrayLike<number>);
  const own = rightOf(likeliestClasses(networkScores(network, texts)));
  const { low, high } = bootstrapInterval(own.length, (some) =>
    shareOf([...some].map((i) => own[i] as boolean)),
  );

  const terms = fitTerms(tokens, train, { longest: 2 });
  const x = tfIdf(termCounts(tokens, terms), terms, { sublinear: true });
  const model = fitLogisticRegression(x, source.labels, train, { penalty: 0.1, tolerance: 1e-3 });
  const words = shareOf(rightOf(likeliestClasses(classScores(model, x, test))));
  const frequent = mostFrequent(train.examples.map((example) => source.labels[example] as number));
  const majority = shareOf(truth.map((label) => label === frequent));
  return {
    lines: [
      `test part, used once: accuracy ${shareOf(own).toFixed(3)}, 95 % interval ${low.toFixed(3)} to ${high.toFixed(3)}`,
      `beside it: logistic regression on words and pairs of words ${words.toFixed(3)}, the training part's most frequent class ${majority.toFixed(3)}`,
    ],
    scores: {
      "accuracy, test part": shareOf(own),
      "logistic regression on words and pairs of words, test part": words,
      "the training part's most frequent class, test part": majority,
    },
  };
}
