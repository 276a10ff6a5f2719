import fc from "fast-check";
import { expect, test } from "vitest";
import { logSumExp, sigmoid, softmax, softplus } from "./functions.ts";

const score = fc.double({ min: -700, max: 700, noNaN: true });

test("sigmoid() keeps σ(x) + σ(-x) = 1", () => {
  fc.assert(fc.property(score, (x) => Math.abs(sigmoid(x) + sigmoid(-x) - 1) <= 1e-15));
});

test.each([
  [20_000, 1],
  [-20_000, 0],
  [0, 0.5],
])("sigmoid(%d) is %d", (x, expected) => {
  expect(sigmoid(x)).toBe(expected);
});

test("softplus() equals -log σ(-x) where that can be computed", () => {
  fc.assert(
    fc.property(fc.double({ min: -30, max: 30, noNaN: true }), (x) => {
      const expected = -Math.log(sigmoid(-x));
      return Math.abs(softplus(x) - expected) <= 1e-13 * Math.max(1, expected);
    }),
  );
});

test("softplus() does not overflow at ±20,000", () => {
  expect(softplus(20_000)).toBe(20_000);
  expect(softplus(-20_000)).toBe(0);
});

test("softmax() sums to 1 and does not change when all scores shift", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 1 }), (scores) => {
      const p = softmax(scores);
      const shifted = softmax(scores.map((z) => z + 1000));
      expect(p.reduce((sum, x) => sum + x, 0)).toBeCloseTo(1, 12);
      p.forEach((x, j) => {
        expect(shifted[j]).toBeCloseTo(x, 10);
      });
    }),
  );
});

test("softmax() does not overflow for scores of ±20,000", () => {
  expect([...softmax([20_000, -20_000])]).toEqual([1, 0]);
});

test("logSumExp() of nothing is -Infinity, as log 0 is", () => {
  expect(logSumExp([])).toBe(Number.NEGATIVE_INFINITY);
});
