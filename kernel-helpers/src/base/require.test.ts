import { describe, expect, test } from "vitest";
import { requireInteger, requirePositive } from "./require.ts";

describe("requireInteger()", () => {
  test("accepts whole numbers from the minimum up", () => {
    expect(() => requireInteger("Cannot count", { from: 2, to: 2 ** 53 - 1 }, 2)).not.toThrow();
  });

  test.each([1, 2.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])(
    "refuses %d if the minimum is 2",
    (from) => {
      expect(() => requireInteger("Cannot count", { to: 2, from }, 2)).toThrow(
        `Cannot count as from must be a whole number >= 2: current value is ${from}`,
      );
    },
  );
});

describe("requirePositive()", () => {
  test("accepts the smallest number above 0", () => {
    expect(() => requirePositive("Cannot scale", { by: Number.MIN_VALUE })).not.toThrow();
  });

  test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])("refuses %d", (by) => {
    expect(() => requirePositive("Cannot scale", { at: 1, by })).toThrow(
      `Cannot scale as by must be > 0 and finite: current value is ${by}`,
    );
  });
});
