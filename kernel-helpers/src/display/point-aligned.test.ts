import { expect, test } from "vitest";
import { pointAligned } from "./point-aligned.ts";

const marks = { digit: "_", point: "," };

test("pointAligned() gives every number as much behind its point as the longest has", () => {
  expect(pointAligned(["0.1235", "-12", undefined, "3.5", "NaN", "-Infinity"], marks)).toEqual([
    "0.1235",
    "-12,____",
    undefined,
    "3.5___",
    "NaN",
    "-Infinity",
  ]);
});

test("pointAligned() leaves whole numbers alone, and counts an exponent as what stands behind the point", () => {
  expect(pointAligned(["1", "20", "300"], marks)).toEqual(["1", "20", "300"]);
  expect(pointAligned(["1.25e-7", "1e-7", "0.5"], marks)).toEqual(["1.25e-7", "1e-7___", "0.5____"]);
  expect(pointAligned([], marks)).toEqual([]);
});
