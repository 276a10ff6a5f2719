// What bench/sentiment.ts compares the networks with: counted words, and logistic regression on mean vectors.
import {
  classScores,
  fitLogisticRegression,
  fitNaiveBayes,
  fitTerms,
  likeliestClasses,
  meanVectors,
  type Part,
  splitExamples,
  type Table,
  termCounts,
  tfIdf,
} from "kernel-helpers";

/** The texts in every form that a method takes. */
export interface Texts {
  readonly tokens: readonly (readonly string[])[];
  readonly labels: readonly number[];
  /** Word ids, for `vectors`. */
  readonly ids: readonly (readonly number[])[];
  readonly vectors: Table<Float32Array>;
}

/** The classes that words and pairs of words give, by naive Bayes or by logistic regression on TF-IDF. */
export function countedWords(
  method: "bayes" | "words",
  { tokens, labels }: Pick<Texts, "tokens" | "labels">,
  part: Part<"train">,
  judged: Part,
): Uint32Array {
  const wanted = new Set([...part.examples, ...judged.examples]);
  const some = tokens.map((list, example) => (wanted.has(example) ? list : []));
  const terms = fitTerms(some, part, { longest: 2, minDocuments: method === "bayes" ? 1 : 2 });
  const counts = termCounts(some, terms);
  if (method === "bayes")
    return likeliestClasses(classScores(fitNaiveBayes(counts, labels, part), counts, judged));
  const x = tfIdf(counts, terms, { sublinear: true });
  const model = fitLogisticRegression(x, labels, part, { penalty: 0.1, tolerance: 1e-3 });
  return likeliestClasses(classScores(model, x, judged));
}

/** The classes that logistic regression on the mean vectors gives: frozen, without early stopping. */
export function meanVectorClasses(
  { ids, vectors, labels }: Texts,
  part: Part<"train">,
  judged: Part,
): Uint32Array {
  const h = meanVectors(ids, vectors);
  const model = fitLogisticRegression(h, labels, part, { penalty: 0.1, tolerance: 1e-3 });
  return likeliestClasses(classScores(model, h, judged));
}

/** What copies do: the lines as the package has them, split at random. Undefined for records without copies. */
export function leakedLines(
  records: readonly object[],
  divide: (text: string) => string[],
): { lines: number; share: number; accuracy: number } | undefined {
  const copied = records as readonly { text: string; label: number; copies?: number }[];
  if (copied[0]?.copies === undefined) return undefined;
  const lines = copied.flatMap((record) =>
    new Array<(typeof copied)[number]>(record.copies ?? 1).fill(record),
  );
  const { train, test } = splitExamples(lines.length, { seed: 13 });
  const labels = lines.map(({ label }) => (label + 1) / 2);
  const predicted = countedWords(
    "bayes",
    { tokens: lines.map(({ text }) => divide(text)), labels },
    train,
    test,
  );
  const trained = new Set(train.examples.map((i) => lines[i]?.text));
  const shareOf = (is: (example: number, i: number) => boolean): number =>
    test.examples.filter(is).length / test.examples.length;
  return {
    lines: lines.length,
    share: shareOf((example) => trained.has(lines[example]?.text)),
    accuracy: shareOf((example, i) => predicted[i] === labels[example]),
  };
}
