import { describe, expect, test } from "vitest";
import { copyTable, row } from "../base/index.ts";
import { batchGradients } from "./batch-gradients.ts";
import { examples, randomModel } from "./model.suite.ts";
import { type Example, trainStep } from "./train-step.ts";

const model = randomModel(11);

/** The move of row `word` of a table in a step of size 1 from `model`: minus the gradient of the row. */
function moveOf(example: Example, side: "input" | "output", word: number): number[] {
  const moved = { input: copyTable(model.input), output: copyTable(model.output) };
  trainStep(moved, example, 1);
  return Array.from(row(moved[side], word), (x, i) => x - (row(model[side], word)[i] as number));
}

describe("batchGradients()", () => {
  test.each(Object.entries(examples))("equals the summed moves of trainStep(): %s", (_, example) => {
    const other: Example = { ...example, inputs: [0, 6] };
    const found = batchGradients(model, [example, other]);
    for (const side of ["input", "output"] as const) {
      const { ids, rows } = found[side];
      expect(new Set(ids).size).toBe(ids.length);
      ids.forEach((word, at) => {
        const [a, b] = [moveOf(example, side, word), moveOf(other, side, word)];
        row(rows, at).forEach((gradient, i) => {
          expect(gradient).toBeCloseTo(-((a[i] as number) + (b[i] as number)), 12);
        });
      });
    }
  });

  test("has the mean loss, and the weight of each row", () => {
    const batch: Example[] = [
      { inputs: [0, 2], target: 4, negatives: [1, 1] },
      { inputs: [0], target: 1, negatives: [4] },
    ];
    const { loss, input, output } = batchGradients(model, batch);
    const losses = batch.map((example) => batchGradients(model, [example]).loss);
    expect(loss).toBeCloseTo(((losses[0] as number) + (losses[1] as number)) / 2, 12);
    const weights = ({ ids, weights: all }: typeof input): Record<number, number> =>
      Object.fromEntries(ids.map((word, at) => [word, all[at] as number]));
    expect(weights(input)).toEqual({ 0: 1.5, 2: 0.5 });
    expect(weights(output)).toEqual({ 1: 3, 4: 2 });
  });

  test("gives a row of the full softmax its probability as weight, and the target's row 1 more", () => {
    const { output } = batchGradients(model, [{ inputs: [0, 2], target: 4 }]);
    expect(output.ids).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(output.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(2, 12);
    expect(Math.min(...output.weights)).toBeGreaterThan(0);
    expect(output.weights[4]).toBeGreaterThan(1);
  });
});
