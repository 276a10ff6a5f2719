import { type Random, randomBelow } from "../../base/index.ts";
import type { Exercise } from "../../check/index.ts";

type MacroF1 = (labels: readonly number[], predicted: readonly number[], classes: number) => number;

/** Mean over the classes of F1 = 2 hits / (predicted + true), 0 for a class that neither has. */
export const macroF1: Exercise<MacroF1> = {
  id: "13-sentiment/macro-f1",
  points: 3,
  equation: "lesson 13, section 8",
  parameters: ["labels", "predicted", "classes"],
  instances: (random) => [
    [[0, 0, 1, 1], [0, 1, 1, 1], 2],
    [[0, 0, 0, 0, 0, 1], [0, 0, 0, 0, 0, 0], 2], // always the frequent class
    [[0, 1, 2, 2, 2], [0, 2, 2, 2, 1], 3],
    [[0, 1, 0], [0, 1, 0], 2], // no error
    [[0, 0], [1, 1], 2], // nothing right
    [[0, 0, 1], [0, 1, 1], 3], // the third class never occurs
    [[0, 0, 0, 1, 2], [0, 0, 1, 1, 1], 3],
    [randomClasses(12, 3, random), randomClasses(12, 3, random), 3],
  ],
  expected: (labels, predicted, classes) => mean(scoresBy(labels, predicted, classes).map(({ f1 }) => f1)),
  tolerance: 1e-9,
  hints: [
    "For one class: how many did you take for it, how many are of it, and how many are both?",
    "A classifier that always says 0 is right in five of six cases. What is its F1 of the class 1?",
    "Which mean is it: over the examples, or over the classes?",
  ],
  knownMistakes: [
    {
      name: "micro-for-macro",
      hint: "Five texts of one class and one of the other: how much does the rare class count in your mean?",
      value: (labels, predicted) =>
        labels.filter((label, i) => label === predicted[i]).length / labels.length,
    },
    {
      name: "weighted-for-macro",
      hint: "Does a class with more texts count more in your mean?",
      value: (labels, predicted, classes) =>
        scoresBy(labels, predicted, classes).reduce((sum, { f1, of }) => sum + (f1 * of) / labels.length, 0),
    },
    {
      name: "f1-of-means",
      hint: "Do you take the mean of the F1, or the F1 of two means?",
      value: (labels, predicted, classes) => {
        const scores = scoresBy(labels, predicted, classes);
        const [p, r] = [mean(scores.map((one) => one.precision)), mean(scores.map((one) => one.recall))];
        return p + r === 0 ? 0 : (2 * p * r) / (p + r);
      },
    },
    {
      name: "recall-for-f1",
      hint: "Does your number fall when a class is predicted far too often?",
      value: (labels, predicted, classes) =>
        mean(scoresBy(labels, predicted, classes).map(({ recall }) => recall)),
    },
    {
      name: "precision-for-f1",
      hint: "Does your number fall when most texts of a class are missed?",
      value: (labels, predicted, classes) =>
        mean(scoresBy(labels, predicted, classes).map(({ precision }) => precision)),
    },
    {
      name: "arithmetic-mean",
      hint: "Precision 1 and recall 0: is that half good?",
      value: (labels, predicted, classes) =>
        mean(scoresBy(labels, predicted, classes).map(({ precision, recall }) => (precision + recall) / 2)),
    },
    {
      name: "absent-class-left-out",
      hint: "By how many classes do you divide if one of them never occurs?",
      value: (labels, predicted, classes) => {
        const scores = scoresBy(labels, predicted, classes).filter(({ of, taken }) => of + taken > 0);
        return mean(scores.map(({ f1 }) => f1));
      },
    },
  ],
};

interface Found {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Examples of the class. */
  readonly of: number;
  /** Examples taken for it. */
  readonly taken: number;
}

function scoresBy(labels: readonly number[], predicted: readonly number[], classes: number): Found[] {
  return Array.from({ length: classes }, (_, k) => {
    const of = labels.filter((label) => label === k).length;
    const taken = predicted.filter((label) => label === k).length;
    const hits = labels.filter((label, i) => label === k && predicted[i] === k).length;
    const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
    return {
      precision: ratio(hits, taken),
      recall: ratio(hits, of),
      f1: ratio(2 * hits, of + taken),
      of,
      taken,
    };
  });
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, x) => sum + x, 0) / numbers.length;
}

function randomClasses(count: number, classes: number, random: Random): number[] {
  return Array.from({ length: count }, () => randomBelow(classes, random));
}
