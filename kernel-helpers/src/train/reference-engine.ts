import { type Model, trainStep } from "../model/index.ts";
import type { Engine } from "./engine.ts";

/** The engine that reads like the derivation: float64, one example at a time. Trains `model` in place. */
export function referenceEngine(model: Model): Engine {
  let loss = 0;
  let examples = 0;
  return {
    name: "reference",
    add(example, alpha) {
      loss += trainStep(model, example, alpha);
      examples++;
      return undefined;
    },
    async report() {
      const mean = loss / examples;
      loss = 0;
      examples = 0;
      return mean;
    },
    inputTable: async () => ({ ...model.input, data: Float32Array.from(model.input.data) }),
    close: () => undefined,
  };
}
