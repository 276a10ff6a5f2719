import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tableFromRows } from "../base/index.ts";
import {
  bootstrapInterval,
  fitCommonComponent,
  fitLogisticRegression,
  fitNaiveBayes,
  fitTerms,
  labelBudget,
  meanInterval,
  meanVectors,
  type Part,
  paddedIds,
  quantile,
  sifWeights,
  splitExamples,
  termCounts,
  withoutComponent,
} from "./index.ts";

const manyGroups = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 20, maxLength: 200 });

test("splitExamples() puts each example into one part and a group into one part as a whole", () => {
  fc.assert(
    fc.property(manyGroups, fc.nat(), (groups, seed) => {
      const largest = Math.max(...groups.map((g) => groups.filter((other) => other === g).length));
      fc.pre(largest < groups.length / 8);
      const parts: Part[] = Object.values(splitExamples(groups.length, { groups, seed }));
      const all = parts.flatMap(({ examples }) => [...examples]);
      expect(all.sort((a, b) => a - b)).toEqual(groups.map((_, i) => i));
      const homes = parts.map(({ examples }) => new Set([...examples].map((example) => groups[example])));
      for (const [i, home] of homes.entries()) {
        for (const other of homes.slice(i + 1))
          expect([...home].some((group) => other.has(group))).toBe(false);
      }
    }),
  );
});

test("splitExamples() keeps to the shares, and the same seed gives the same parts", () => {
  const { train, validation, test: tested } = splitExamples(1000, { validation: 0.1, test: 0.3 });
  expect([train, validation, tested].map(({ examples }) => examples.length)).toEqual([600, 100, 300]);
  expect(splitExamples(1000, { seed: 4 })).toEqual(splitExamples(1000, { seed: 4 }));
  expect(splitExamples(1000, { seed: 4 })).not.toEqual(splitExamples(1000, { seed: 5 }));
});

test("splitExamples() takes groups of any size", () => {
  const groups = Array.from({ length: 300_000 }, (_, i) => (i < 200_000 ? "large" : i));
  const { train, validation, test } = splitExamples(groups.length, { groups });
  expect(train.examples.length + validation.examples.length + test.examples.length).toBe(groups.length);
});

test("splitExamples() refuses shares and groups that leave a part empty", () => {
  expect(() => splitExamples(10, { validation: 0.5, test: 0.5 })).toThrow(/together they are 1/);
  expect(() => splitExamples(10, { test: 0 })).toThrow(
    /test must be a share between 0 and 1: current value is 0/,
  );
  expect(() => splitExamples(4, { groups: ["a", "a", "a", "b"] })).toThrow(
    /the largest has 3 of the 4 examples/,
  );
  expect(() => splitExamples(4, { groups: ["a"] })).toThrow(/each of the 4 examples: it has 1/);
});

test("labelBudget() keeps the shares of the labels, adds up to the count, and nests", () => {
  const labels = Array.from({ length: 300 }, (_, i) => (i % 10 === 0 ? 2 : i % 2));
  const train: Part<"train"> = { name: "train", examples: labels.map((_, i) => i) };
  const drawn = labelBudget(train, labels, 100, { seed: 3 });
  const sizes = [0, 1, 2].map(
    (label) => drawn.examples.filter((example) => labels[example] === label).length,
  );
  expect(sizes).toEqual([40, 50, 10]);
  const half = new Set(labelBudget(train, labels, 50, { seed: 3 }).examples);
  expect([...half].every((example: number) => drawn.examples.includes(example))).toBe(true);
  for (const count of [1, 2, 3, 7, 299, 300])
    expect(labelBudget(train, labels, count).examples).toHaveLength(count);
  expect(new Set(labelBudget(train, labels, 3).examples.map((example) => labels[example])).size).toBe(3);
  expect(() => labelBudget(train, labels, 301)).toThrow(/must have 301 examples: it has 300/);
});

describe("nothing is fitted on a test part", () => {
  const tested = { name: "test", examples: [0, 1] } as unknown as Part<"train">; // its type would not let it through
  const counts = termCounts(
    [["a"], ["b"]],
    fitTerms([["a"], ["b"]], { name: "train", examples: [0, 1] }, { minDocuments: 1 }),
  );
  const table = tableFromRows([
    [1, 2],
    [3, 4],
  ]);
  test.each([
    ["fitTerms()", () => fitTerms([["a"], ["b"]], tested)],
    ["fitNaiveBayes()", () => fitNaiveBayes(counts, [0, 1], tested)],
    ["fitLogisticRegression()", () => fitLogisticRegression(counts, [0, 1], tested)],
    ["fitCommonComponent()", () => fitCommonComponent(table, tested)],
  ])("%s", (_, fit) => {
    expect(fit).toThrow(/must not be the test part/);
  });
});

test("bootstrapInterval() holds the true mean of normal-like samples as often as it says", () => {
  let hits = 0;
  for (let trial = 0; trial < 200; trial++) {
    const values = Array.from({ length: 60 }, (_, i) => Math.sin(1000 * (trial * 60 + i + 1) ** 1.5));
    const mean = (examples: Uint32Array): number =>
      examples.reduce((sum, i) => sum + values[i]!, 0) / examples.length;
    const { low, high } = bootstrapInterval(60, mean, { resamples: 300, confidence: 0.9, seed: trial });
    if (low <= 0 && 0 <= high) hits++;
  }
  expect(hits).toBeGreaterThan(165); // 0.9 · 200 = 180, s.d. 4.2
  expect(hits).toBeLessThan(195);
});

test("bootstrapInterval() leaves out draws without a number, and refuses a statistic without one", () => {
  const onlyBoth = (examples: Uint32Array): number => (new Set(examples).size > 1 ? 0.5 : Number.NaN);
  expect(bootstrapInterval(2, onlyBoth)).toEqual({ estimate: 0.5, low: 0.5, high: 0.5 });
  expect(() => bootstrapInterval(2, () => Number.NaN)).toThrow(/it is NaN/);
  expect(() => bootstrapInterval(2, () => 1, { confidence: 1 })).toThrow(/between 0 and 1/);
});

test("quantile() lies between two values by a straight line", () => {
  expect(quantile([0, 10, 20], 0.25)).toBe(5);
  expect([quantile([3], 0.7), quantile([1, 2], 1)]).toEqual([3, 2]);
});

test("meanInterval() gives Student's interval", () => {
  const { estimate, low, high } = meanInterval([1, 2, 3, 4]);
  expect(estimate).toBe(2.5);
  expect(high - estimate).toBeCloseTo(3.182 * Math.sqrt(5 / 3 / 4), 9);
  expect(estimate - low).toBeCloseTo(high - estimate, 12);
  expect(() => meanInterval([1])).toThrow(/at least 2 measurements: there are 1/);
});

test("paddedIds() cuts, fills and masks", () => {
  const { ids, mask, rows, width } = paddedIds([[4, 5, 6], [], [7]], { width: 2, padding: 9 });
  expect([rows, width, [...ids], [...mask]]).toEqual([3, 2, [4, 5, 9, 9, 7, 9], [1, 1, 0, 0, 1, 0]]);
  expect(paddedIds([[], []])).toMatchObject({ rows: 2, width: 1 });
});

test("meanVectors() is the weighted mean over the words, 0 for a text without any", () => {
  const table = tableFromRows([
    [2, 0],
    [0, 4],
  ]);
  expect([...meanVectors([[0, 1], [1, 1], []], table).data]).toEqual([1, 2, 0, 4, 0, 0]);
  const weights = sifWeights([3, 1], { a: 0.25 }); // 0.25 / (0.25 + 0.75) and 0.25 / (0.25 + 0.25)
  expect([...weights]).toEqual([0.25, 0.5]);
  expect([...meanVectors([[0, 1]], table, weights).data]).toEqual([0.25, 1]);
});

test("withoutComponent() leaves nothing along the component that was fitted", () => {
  const vectors = tableFromRows([
    [3, 1],
    [6, 2],
    [1, 2],
  ]);
  const u = fitCommonComponent(vectors, { name: "train", examples: [0, 1] });
  const left = withoutComponent(vectors, u);
  for (const x of left.data.subarray(0, 4)) expect(x).toBeCloseTo(0, 9); // rows 0 and 1 lie along it
  expect(left.data[4]! * u[0]! + left.data[5]! * u[1]!).toBeCloseTo(0, 12);
  expect([...vectors.data]).toEqual([3, 1, 6, 2, 1, 2]);
});
