import { requirePositive, type Table } from "../base/index.ts";
import type { Model } from "./model.ts";

/**
 * ∂L/∂x for every number x of both tables by central differences, (L(x + ε) - L(x - ε)) / 2ε: two tables of shape (V, d).
 * The error is of the order ε² plus the rounding of L divided by ε; about 1e-10 for float64 and the default
 * `epsilon` of 1e-5. It knows nothing of the model's formulas, so it can judge them. Each number of `model` is moved in
 * place while `loss` is called twice, and is afterwards what it was, also if `loss` throws. Throws RangeError unless
 * `epsilon` is above 0, and TypeError for a loss that is no number, such as a promise.
 */
export function gradientByNumbers(model: Model, loss: (model: Model) => number, epsilon = 1e-5): Model {
  requirePositive("Cannot measure a gradient", { epsilon });
  const slopes = (table: Table): Table => ({
    ...table,
    data: table.data.map((before, i) => {
      const lossAt = (x: number): number => {
        table.data[i] = x;
        const value: unknown = loss(model);
        if (typeof value === "number") return value;
        throw new TypeError(
          `Cannot measure a gradient as the loss must be a number: it is ${value instanceof Promise ? "a promise" : typeof value}. ` +
            "Remedy: return the loss from the function, without await",
        );
      };
      try {
        return (lossAt(before + epsilon) - lossAt(before - epsilon)) / (2 * epsilon);
      } finally {
        table.data[i] = before;
      }
    }),
  });
  return { input: slopes(model.input), output: slopes(model.output) };
}
