import { expect, test, vi } from "vitest";
import { settingsOf } from "../train/index.ts";
import { requireFiniteLoss, warnIfNotFallen } from "./loss-checks.ts";

test.each([Number.NaN, Number.POSITIVE_INFINITY])(
  "requireFiniteLoss() refuses %d, and says since when and what helps",
  (loss) => {
    const settings = settingsOf({ alpha: 3 });
    const require = (engine: "simd" | "tensor", resumed: boolean) => () =>
      requireFiniteLoss({ loss, examples: 2500 }, { before: 1000, training: { engine, settings }, resumed });
    expect(require("simd", false)).toThrow(
      `between example 1,000 and example 2,500 its loss became ${loss}, and its vectors are useless. Remedy: a smaller --alpha: --alpha is 3`,
    );
    expect(require("tensor", false)).toThrow("Remedy: a smaller --alpha or --batch-size: --alpha is 3");
    expect(require("simd", true)).toThrow("Remedy: begin again without --resume, with a smaller --alpha");
  },
);

test("warnIfNotFallen() warns of a loss that ends no lower, and names --batch-size for the tensor engine only", () => {
  const warned = vi.spyOn(console, "error").mockImplementation(() => {});
  warnIfNotFallen([0.7, 0.5, 0.6], "simd");
  warnIfNotFallen([0.7], "simd");
  expect(warned).not.toHaveBeenCalled();
  warnIfNotFallen([0.6, 0.5, 0.7], "simd");
  expect(warned).toHaveBeenLastCalledWith(
    "warning: the loss went from 0.600 to 0.700 instead of falling. Remedy: a smaller --alpha, or more --epochs",
  );
  warnIfNotFallen([0.6, 0.7], "tensor");
  expect(warned).toHaveBeenLastCalledWith(
    expect.stringContaining("a smaller --alpha or --batch-size, or more"),
  );
  warned.mockRestore();
});
