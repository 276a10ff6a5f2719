import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { row, type Table, tableFromRows } from "../base/index.ts";
import {
  averagePrecision,
  brierScore,
  calibrationError,
  classificationScores,
  classProbabilities,
  classScores,
  cohensKappa,
  confusionMatrix,
  type FoundScores,
  fitLogisticRegression,
  fitNaiveBayes,
  fitTerms,
  type LinearClassifier,
  likeliestClasses,
  meanLogLoss,
  type Part,
  reliability,
  rocArea,
  rocCurve,
  termCounts,
  tfIdf,
} from "./index.ts";

const golden = JSON.parse(readFileSync(new URL("../../golden/classification.json", import.meta.url), "utf8"));
const { labels, predicted, binary, ranks, scores } = golden;

function expectClose(
  found: ArrayLike<number>,
  expected: readonly number[],
  tolerance: number = golden.tolerance,
): void {
  expect(found).toHaveLength(expected.length);
  expected.forEach((x, i) => {
    expect(Math.abs((found[i] as number) - x), `number ${i}: ${found[i]}, not ${x}`).toBeLessThanOrEqual(
      tolerance,
    );
  });
}

const threeOf = ({ precision, recall, f1 }: FoundScores): number[] => [precision, recall, f1];

describe("as scikit-learn computes them", () => {
  test("confusionMatrix() and classificationScores()", () => {
    const confusion = confusionMatrix(labels, predicted, 4);
    expect([...confusion.data]).toEqual(scores.confusion);
    const found = classificationScores(confusion);
    for (const name of ["macro", "micro", "weighted"] as const)
      expectClose(threeOf(found[name]), scores[name]);
    found.classes.forEach((one, k) => {
      expectClose([...threeOf(one), one.examples], scores.classes[k]);
    });
    expectClose([found.balancedAccuracy, found.correlation], [scores.balancedAccuracy, scores.correlation]);
    expect(found.accuracy).toBe(found.micro.f1);
  });

  test.each(["none", "linear", "quadratic"] as const)("cohensKappa() with the weights %s", (weights) => {
    expectClose([cohensKappa(labels, predicted, 4, { weights })], [scores.kappa[weights]]);
  });

  test("rocCurve(), rocArea() and averagePrecision(), ties included", () => {
    const points = rocCurve(binary, ranks);
    expectClose(
      points.map((point) => point.falsePositiveRate),
      golden.roc[0],
    );
    expectClose(
      points.map((point) => point.truePositiveRate),
      golden.roc[1],
    );
    expectClose(
      points.slice(1).map((point) => point.threshold),
      golden.roc[2].slice(1),
    );
    expectClose(
      [rocArea(binary, ranks), averagePrecision(binary, ranks)],
      [golden.rocArea, golden.averagePrecision],
    );
  });

  test("brierScore(), meanLogLoss() and reliability()", () => {
    expectClose([brierScore(binary, ranks)], [golden.brier]);
    expectClose([meanLogLoss(labels, tableFromRows(golden.probabilities))], [golden.logLoss]);
    const bins = reliability(binary, ranks, { bins: 5 });
    expectClose(
      bins.map(({ promised }) => promised),
      golden.reliability[0],
    );
    expectClose(
      bins.map(({ observed }) => observed),
      golden.reliability[1],
    );
  });
});

const texts: string[][] = golden.texts.map((text: string) => text.split(" "));
const train: Part<"train"> = { name: "train", examples: golden.train };
const all: Part = { name: "test", examples: texts.map((_, i) => i) };
const terms = fitTerms(texts, train, { longest: 2 });
/** Our column of each of scikit-learn's terms. */
const columns: number[] = golden.terms.map((term: string) => terms.columns.get(term));

function expectRows(dense: (i: number) => ArrayLike<number>, expected: number[][], tolerance?: number): void {
  expected.forEach((numbers, i) => {
    expectClose(
      columns.map((column) => dense(i)[column] as number),
      numbers,
      tolerance,
    );
  });
}

describe("bags of words and linear classifiers, as scikit-learn fits them", () => {
  const counts = termCounts(texts, terms);
  const weighted = tfIdf(counts, terms, { sublinear: true });
  const dense = (x: typeof counts, i: number): Float64Array => {
    const numbers = new Float64Array(x.width);
    for (let at = x.starts[i]!; at < x.starts[i + 1]!; at++) numbers[x.columns[at]!] = x.values[at]!;
    return numbers;
  };

  test("fitTerms(), termCounts() and tfIdf()", () => {
    expect([...terms.names].sort()).toEqual([...golden.terms].sort());
    expectRows((i) => dense(counts, i), golden.counts);
    expectRows((i) => dense(weighted, i), golden.tfIdf);
  });

  test("fitNaiveBayes()", () => {
    const found = fitNaiveBayes(counts, golden.classes, train, { smoothing: golden.bayes.smoothing });
    expectRows((k) => row(found.weights, k), golden.bayes.weights);
    expectClose(found.bias, golden.bayes.bias);
  });

  function expectProbabilities(found: LinearClassifier, expected: number[][]): void {
    const probabilities = classProbabilities(classScores(found, weighted, all));
    expected.forEach((numbers, i) => {
      expectClose(row(probabilities, i), numbers, golden.fitTolerance);
    });
  }

  test("fitLogisticRegression(), two classes and three", () => {
    const options = { penalty: golden.logistic.penalty, tolerance: 1e-9 };
    const two = fitLogisticRegression(
      weighted,
      golden.classes.map((label: number) => Math.min(label, 1)),
      train,
      options,
    );
    expect(row(two.weights, 0).every((w) => w === 0)).toBe(true);
    expectRows(() => row(two.weights, 1), golden.logistic.two.weights, golden.fitTolerance);
    expectProbabilities(two, golden.logistic.two.probabilities);
    const three = fitLogisticRegression(weighted, golden.classes, train, options);
    expectRows((k) => row(three.weights, k), golden.logistic.three.weights, golden.fitTolerance);
    expectProbabilities(three, golden.logistic.three.probabilities);
  });

  test("fitLogisticRegression() finds the same weights from dense features", () => {
    const table: Table = tableFromRows(texts.map((_, i) => dense(weighted, i)));
    const options = { penalty: 1, tolerance: 1e-9 };
    const [sparse, full] = [weighted, table].map((x) =>
      fitLogisticRegression(x, golden.classes, train, options),
    );
    expectClose(full!.weights.data, [...sparse!.weights.data], 1e-6);
  });
});

const manyScores = fc.array(fc.tuple(fc.integer({ min: 0, max: 1 }), fc.integer({ min: 0, max: 9 })), {
  minLength: 2,
});

test("rocArea() is the share of pairs in the right order, equal scores one half", () => {
  fc.assert(
    fc.property(manyScores, (pairs) => {
      const positive = pairs.filter(([label]) => label === 1).map(([, score]) => score);
      const negative = pairs.filter(([label]) => label === 0).map(([, score]) => score);
      fc.pre(positive.length > 0 && negative.length > 0);
      const right = positive.flatMap((a) => negative.map((b): number => (a > b ? 1 : a === b ? 0.5 : 0)));
      const share = right.reduce((sum, x) => sum + x, 0) / right.length;
      const area = rocArea(
        pairs.map(([label]) => label),
        pairs.map(([, score]) => score),
      );
      expect(area).toBeCloseTo(share, 10);
    }),
  );
});

test("calibrationError() is 0 for observed shares as promised, and the gap for one bin", () => {
  expect(calibrationError([1, 1, 1, 0], [0.75, 0.75, 0.75, 0.75])).toBeCloseTo(0, 12);
  expect(calibrationError([0, 0], [0.9, 0.9])).toBeCloseTo(0.9, 12);
  expect(reliability([1], [1])).toEqual([{ promised: 1, observed: 1, examples: 1 }]);
});

test("cohensKappa() of two raters who give one class to everything is NaN", () => {
  expect(cohensKappa([1, 1], [1, 1], 2)).toBeNaN();
});

test("likeliestClasses() takes the first of equal scores", () => {
  expect([
    ...likeliestClasses(
      tableFromRows([
        [0, 0],
        [1, 2],
      ]),
    ),
  ]).toEqual([0, 1]);
});

describe("bad input", () => {
  const counts = termCounts(texts, terms);
  const wrong = { name: "train", examples: [0, 99] } as const;
  test.each([
    ["a label that is no class", () => confusionMatrix([0, 2], [0, 0], 2), /from 0 to 1: number 1 is 2/],
    ["lists of two lengths", () => confusionMatrix([0], [0, 1], 2), /1 labels and 2 predictions/],
    ["an empty matrix", () => classificationScores(confusionMatrix([], [], 2)), /confusion matrix is empty/],
    ["one class only", () => rocArea([1, 1], [0, 1]), /both labels must occur: all 2 are 1/],
    ["a score that is NaN", () => rocArea([0, 1], [0, Number.NaN]), /example 1 is NaN/],
    ["a probability above 1", () => brierScore([1], [1.5]), /from 0 to 1: that of example 0 is 1.5/],
    ["an example that is none", () => fitTerms(texts, wrong), /0 to 59: one is 99/],
    [
      "an empty part",
      () => fitTerms(texts, { name: "train", examples: [] }),
      /train part must have examples: it is empty/,
    ],
    [
      "a class without examples",
      () =>
        fitNaiveBayes(
          counts,
          texts.map((_, i) => 2 * (i % 2)),
          train,
        ),
      /none with the label 1/,
    ],
    [
      "one class",
      () =>
        fitLogisticRegression(
          counts,
          texts.map(() => 0),
          train,
        ),
      /all its examples have the label 0/,
    ],
    [
      "a penalty of 0",
      () => fitLogisticRegression(counts, golden.classes, train, { penalty: 0 }),
      /penalty must be > 0/,
    ],
    [
      "too few steps",
      () => fitLogisticRegression(counts, golden.classes, train, { maxSteps: 1 }),
      /within 1 steps/,
    ],
  ])("%s", (_, run, message) => {
    expect(run).toThrow(RangeError);
    expect(run).toThrow(message);
  });

  test("a feature that is not finite is named with its text", () => {
    const x = { ...counts, values: counts.values.slice() };
    x.values[x.starts[7]!] = Number.NaN;
    expect(() => fitLogisticRegression(x, golden.classes, train)).toThrow(/text 7 has NaN/);
  });
});
