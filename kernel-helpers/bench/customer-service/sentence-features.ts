import {
  type Features,
  fitTerms,
  meanVectors,
  norm,
  row,
  type Simd,
  startTraining,
  type Table,
  termCounts,
  tfIdf,
} from "kernel-helpers";

/** A sentence with what it asks for. */
export interface Sentence {
  readonly tokens: readonly string[];
  readonly intent: number;
  readonly template: string;
}

/** TF-IDF of the words and pairs of words that the training sentences have. */
export function wordFeatures(sentences: readonly Sentence[], train: readonly number[]): Features {
  const texts = sentences.map(({ tokens }) => tokens);
  const terms = fitTerms(texts, { name: "train", examples: train }, { longest: 2, minDocuments: 1 });
  return tfIdf(termCounts(texts, terms), terms);
}

/** Mean vectors of length 1, trained on the sentences that are not in the test, without their labels. */
export async function vectorFeatures(
  sentences: readonly Sentence[],
  test: readonly number[],
  simd: Simd,
  seed: number,
): Promise<Table> {
  const isTest = new Set(test);
  const log = sentences.filter((_, i) => !isTest.has(i)).map(({ tokens }) => tokens);
  const options = {
    architecture: "skip-gram",
    vectorSize: 50,
    epochs: 200,
    minCount: 1,
    window: 3,
    seed,
  } as const;
  const training = startTraining(log, options, simd);
  await training.finish();
  const { ids } = training.vocabulary;
  const table = await training.inputTable();
  training.close();
  const x = meanVectors(
    sentences.map(({ tokens }) => tokens.flatMap((token) => ids.get(token) ?? [])),
    table,
  );
  for (let i = 0; i < x.rows; i++) {
    const h = row(x, i);
    const length = norm(h);
    if (length > 0) h.set(h.map((value) => value / length));
  }
  return x;
}
