import { describe, expect, test } from "vitest";
import { filledTable, largestDifference, seededRandom } from "../base/index.ts";
import { copyModel } from "./copy-model.ts";
import { gradientByNumbers } from "./gradient-by-numbers.ts";
import type { Model } from "./model.ts";
import { modelDifferences } from "./model-differences.ts";

function randomModel(): Model {
  const random = seededRandom(4);
  return { input: filledTable(3, 2, random), output: filledTable(4, 2, random) };
}

/** Σ input³ + 2 Σ output²: its gradient is 3 input² and 4 output. */
function loss({ input, output }: Model): number {
  return input.data.reduce((sum, x) => sum + x ** 3, 0) + 2 * output.data.reduce((sum, x) => sum + x * x, 0);
}

describe("gradientByNumbers()", () => {
  test("finds the gradient of every number of both tables", () => {
    const model = randomModel();
    const gradient = gradientByNumbers(model, loss);
    expect(
      largestDifference(
        gradient.input.data,
        model.input.data.map((x) => 3 * x * x),
      ),
    ).toBeLessThan(1e-9);
    expect(
      largestDifference(
        gradient.output.data,
        model.output.data.map((x) => 4 * x),
      ),
    ).toBeLessThan(1e-9);
  });

  test("leaves the model as it was, bit for bit, also if the loss throws", () => {
    const model = randomModel();
    const before = copyModel(model);
    gradientByNumbers(model, loss);
    expect(() =>
      gradientByNumbers(model, () => {
        throw new Error("no loss");
      }),
    ).toThrow("no loss");
    expect(model).toEqual(before);
  });

  test("refuses a step that measures nothing, and a loss that is no number", () => {
    const model = randomModel();
    const before = copyModel(model);
    for (const epsilon of [0, -1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => gradientByNumbers(model, loss, epsilon)).toThrow(/epsilon must be > 0/);
    const promised = (async () => 1) as unknown as typeof loss;
    expect(() => gradientByNumbers(model, promised)).toThrow(/it is a promise\. Remedy: /);
    expect(() => gradientByNumbers(model, (() => {}) as unknown as typeof loss)).toThrow(/it is undefined/);
    expect(model).toEqual(before);
  });
});

test("modelDifferences() refuses tables of as many numbers in another shape", () => {
  const model = randomModel();
  const turned = { ...model, input: filledTable(2, 3, seededRandom(4)) };
  expect(() => modelDifferences(model, turned)).toThrow(/input tables .* \(3, 2\) and \(2, 3\)\. Remedy: /);
});

test("copyModel() gives tables of their own, and modelDifferences() tells which of the two moved", () => {
  const model = randomModel();
  const copy = copyModel(model);
  copy.output.data[5] = (copy.output.data[5] as number) + 0.25;
  expect(modelDifferences(model, copy)).toEqual({ "input table": 0, "output table": 0.25 });
});
