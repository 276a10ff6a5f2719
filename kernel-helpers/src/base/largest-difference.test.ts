import { expect, test } from "vitest";
import { largestDifference } from "./largest-difference.ts";

test("largestDifference() compares place by place, typed arrays with lists too", () => {
  expect(largestDifference([1, -2, 3], Float64Array.of(1, 2, 3.5))).toBe(4);
  expect(largestDifference([], [])).toBe(0);
});

test("largestDifference() is NaN wherever the NaN stands, so that no comparison passes by accident", () => {
  expect(largestDifference([Number.NaN, 5], [0, 0])).toBeNaN();
  expect(largestDifference([5, Number.NaN], [0, 0])).toBeNaN();
});

test("largestDifference() refuses lists of different length and names both lengths", () => {
  expect(() => largestDifference([1, 2], [1])).toThrow(/equal length: current lengths are 2 and 1/);
});
