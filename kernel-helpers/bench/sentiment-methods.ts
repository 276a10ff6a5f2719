// The classifiers that bench/sentiment.ts compares.
import {
  classScores,
  filledTable,
  fitLogisticRegression,
  fitNaiveBayes,
  fitTerms,
  labelBudget,
  likeliestClasses,
  meanVectors,
  networkScores,
  type Part,
  type Split,
  seededRandom,
  type Table,
  type Tuning,
  termCounts,
  textNetwork,
  tfIdf,
  tuneNetwork,
} from "kernel-helpers";

/** The texts in every form that a method takes. */
export interface Texts {
  readonly tokens: readonly (readonly string[])[];
  readonly labels: readonly number[];
  /** Word ids, for `vectors`. */
  readonly ids: readonly (readonly number[])[];
  readonly vectors: Promise<Table<Float32Array>>;
  readonly split: Split;
}

/** Each method, in the words of the table. */
export const methods = {
  bayes: "naive Bayes, words and pairs",
  words: "logistic regression, words and pairs",
  bottom: "frozen: logistic regression on mean vectors",
  frozen: "frozen, by Adam with early stopping",
  "low-rank": "low-rank, rank 4",
  full: "full",
  scratch: "scratch",
} as const;

/** The name of a method. */
export type MethodName = keyof typeof methods;

/** Learning rates: those that lesson 13 finds. */
const ALPHAS = { frozen: 0.02, "low-rank": 0.003, full: 0.003, scratch: 0.003 } as const;

interface Draw {
  readonly seed: number;
  /** Stop by the whole validation part, not by a fifth of the labels. */
  readonly whole: boolean;
}

/** The classes of the test's texts by a method that is fitted on `part`. */
export async function classesBy(
  method: MethodName,
  texts: Texts,
  part: Part<"train">,
  draw: Draw,
): Promise<Uint32Array> {
  if (method === "bayes" || method === "words") return countedWords(method, texts, part);
  const { ids, labels, split } = texts;
  const vectors = await texts.vectors;
  if (method === "bottom") {
    const h = meanVectors(ids, vectors);
    const model = fitLogisticRegression(h, labels, part, { penalty: 0.1, tolerance: 1e-3 });
    return likeliestClasses(classScores(model, h, split.test));
  }
  const random = seededRandom(draw.seed);
  const small = (): number => (random() - 0.5) / vectors.width;
  const tuning: Tuning = method === "scratch" ? "full" : method;
  const begin = method === "scratch" ? filledTable(vectors.rows, vectors.width, small) : vectors;
  const network = textNetwork(begin, { tuning, rank: 4, seed: draw.seed });
  const parts = draw.whole ? { train: part, validation: split.validation } : partsOf(part, labels, draw.seed);
  const options = { alpha: ALPHAS[method], epochs: 60, seed: draw.seed };
  for await (const _ of tuneNetwork(network, { texts: ids, labels }, parts, options));
  return likeliestClasses(
    networkScores(
      network,
      split.test.examples.map((example) => ids[example] as readonly number[]),
    ),
  );
}

function countedWords(
  method: "bayes" | "words",
  { tokens, labels, split: { test } }: Texts,
  part: Part<"train">,
): Uint32Array {
  const wanted = new Set([...part.examples, ...test.examples]);
  const some = tokens.map((list, example) => (wanted.has(example) ? list : []));
  const terms = fitTerms(some, part, { longest: 2, minDocuments: method === "bayes" ? 1 : 2 });
  const counts = termCounts(some, terms);
  if (method === "bayes")
    return likeliestClasses(classScores(fitNaiveBayes(counts, labels, part), counts, test));
  const x = tfIdf(counts, terms, { sublinear: true });
  const model = fitLogisticRegression(x, labels, part, { penalty: 0.1, tolerance: 1e-3 });
  return likeliestClasses(classScores(model, x, test));
}

function partsOf(
  part: Part<"train">,
  labels: readonly number[],
  seed: number,
): { train: Part<"train">; validation: Part<"validation"> } {
  const fitted = labelBudget(part, labels, Math.round(0.8 * part.examples.length), { seed });
  const inFitted = new Set(fitted.examples);
  const left = part.examples.filter((example) => !inFitted.has(example));
  return { train: fitted, validation: { name: "validation", examples: left } };
}
