import { readFileSync } from "node:fs";
import { openBackend, wordVectors } from "kernel-helpers";
import { expect, test } from "vitest";
import { evaluate } from "./evaluation.ts";
import { analogiesIn, pairsIn } from "./questions.ts";
import { rankCorrelation } from "./rank-correlation.ts";

interface Golden {
  readonly tolerance: number;
  readonly words: readonly string[];
  readonly table: readonly (readonly number[])[];
  readonly pairs: string;
  readonly analogies: string;
  readonly spearman: number;
  readonly "unknown share of pairs": number;
  readonly accuracy: number;
  readonly "analogies asked": number;
}

const file = new URL("../../golden/evaluation.json", import.meta.url);
const golden = JSON.parse(readFileSync(file, "utf8")) as Golden;
const { words, table, tolerance } = golden;
const data = Float32Array.from(table.flat());
const vectors = wordVectors(words, { rows: words.length, width: data.length / words.length, data });

test("evaluate() gives gensim's correlation, accuracy and coverage for the same vectors and questions", async () => {
  const { tf } = await openBackend("wasm");
  const [pairs, analogies] = [pairsIn(golden.pairs), analogiesIn(golden.analogies)];
  const found = evaluate(vectors, { wordsim: pairs, simlex: pairs.slice(0, 9), analogies }, tf);
  expect(Math.abs(found.wordsim - golden.spearman)).toBeLessThan(tolerance);
  expect(found.simlex).not.toBe(found.wordsim);
  expect(found.covered.wordsim).toBe(1 - golden["unknown share of pairs"]);
  expect(found.analogies).toBeCloseTo(golden.accuracy, 12);
  expect(found.covered.analogies * analogies.length).toBeCloseTo(golden["analogies asked"], 9);
  expect(golden.accuracy).toBeGreaterThan(0.2); // some are solved and some are not
  expect(golden.accuracy).toBeLessThan(0.8);
});

test.each([
  ["the same order", [1, 2, 3], [10, 20, 40], 1],
  ["the opposite order", [1, 2, 3], [3, 2, 1], -1],
  // ranks 1, 2.5, 2.5, 4 and 1, 3, 2, 4: 4.5 / √(4.5 · 5)
  ["equal values share their ranks", [1, 2, 2, 3], [1, 3, 2, 4], 4.5 / Math.sqrt(4.5 * 5)],
])("rankCorrelation(): %s", (_, one, other, wanted) => {
  expect(rankCorrelation(one, other)).toBeCloseTo(wanted, 12);
});

test("rankCorrelation() is NaN for a constant list, which has no order", () => {
  expect(rankCorrelation([1, 1], [1, 2])).toBeNaN();
});

test("rankCorrelation() refuses lists of different lengths", () => {
  expect(() => rankCorrelation([1], [1, 2])).toThrow("they have 1 and 2 numbers");
});
