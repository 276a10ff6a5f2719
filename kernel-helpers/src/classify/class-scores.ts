import { row, type Table } from "../base/index.ts";

/** How well one class, or several together, were found. */
export interface FoundScores {
  /** Share of the examples taken for the class that are of it; 0 if none was taken for it. */
  readonly precision: number;
  /** Share of the examples of the class that were taken for it; 0 if it has none. */
  readonly recall: number;
  /** Harmonic mean of both, 2 P R / (P + R); 0 if both are 0. */
  readonly f1: number;
}

/** How well one class was found. */
export interface ClassFound extends FoundScores {
  /** Its number of examples. */
  readonly examples: number;
}

/** How well a classifier did. */
export interface ClassificationScores {
  /** Share of the examples whose class was found. */
  readonly accuracy: number;
  /** One entry for each class. */
  readonly classes: readonly ClassFound[];
  /** Plain mean over the classes: a rare class counts as much as a frequent one. */
  readonly macro: FoundScores;
  /** Over all decisions together: where each example has one class, precision, recall and F1 are all the accuracy. */
  readonly micro: FoundScores;
  /** Mean over the classes, each by its number of examples. */
  readonly weighted: FoundScores;
  /** Mean recall of the classes that have examples: 1 / K for a classifier that always says the same. */
  readonly balancedAccuracy: number;
  /** Matthews's correlation of labels and predictions (Gorodkin 2004): 0 for chance, 1 for no error; 0 where one of both is constant. */
  readonly correlation: number;
}

/**
 * The usual scores from a `confusionMatrix`, shape (K, K). Throws RangeError if it is empty.
 *
 * @example
 * classificationScores(confusionMatrix([0, 0, 1], [0, 1, 1], 2)).accuracy; // 2 / 3
 */
export function classificationScores(confusion: Table): ClassificationScores {
  const size = confusion.rows;
  const taken = Array.from({ length: size }, (_, j) =>
    sumOf(Array.from({ length: size }, (_, k) => at(confusion, k, j))),
  );
  const examples = Array.from({ length: size }, (_, k) => sumOf([...row(confusion, k)]));
  const hits = Array.from({ length: size }, (_, k) => at(confusion, k, k));
  const total = sumOf(examples);
  if (!(total > 0)) {
    throw new RangeError(
      "Cannot score the predictions as at least one example is needed: the confusion matrix is empty",
    );
  }
  const classes = hits.map((hit, k) => {
    const scores = foundScores(hit, taken[k] as number, examples[k] as number);
    return { ...scores, examples: examples[k] as number };
  });
  const present = classes.filter((one) => one.examples > 0);
  return {
    accuracy: sumOf(hits) / total,
    classes,
    macro: meanOf(classes, () => 1 / size),
    micro: foundScores(sumOf(hits), total, total),
    weighted: meanOf(classes, (one) => one.examples / total),
    balancedAccuracy: sumOf(present.map(({ recall }) => recall)) / present.length,
    correlation: correlationOf(hits, taken, examples, total),
  };
}

function foundScores(hit: number, taken: number, examples: number): FoundScores {
  const precision = ratio(hit, taken);
  const recall = ratio(hit, examples);
  return { precision, recall, f1: ratio(2 * hit, taken + examples) };
}

function meanOf<One extends FoundScores>(classes: readonly One[], weight: (one: One) => number): FoundScores {
  const mean = (name: keyof FoundScores): number => sumOf(classes.map((one) => weight(one) * one[name]));
  return { precision: mean("precision"), recall: mean("recall"), f1: mean("f1") };
}

/** (c s - Σ_k t_k p_k) / √((s² - Σ p_k²) (s² - Σ t_k²)), with c hits of s examples. */
function correlationOf(hits: number[], taken: number[], examples: number[], total: number): number {
  const products = sumOf(examples.map((count, k) => count * (taken[k] as number)));
  const spread = (counts: readonly number[]): number => total ** 2 - sumOf(counts.map((count) => count ** 2));
  return ratio(sumOf(hits) * total - products, Math.sqrt(spread(taken) * spread(examples)));
}

function at({ data, width }: Table, k: number, j: number): number {
  return data[k * width + j] as number;
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
