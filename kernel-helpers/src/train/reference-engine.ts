import { copyTable, type Table } from "../base/index.ts";
import { type Example, type Model, trainStep } from "../model/index.ts";
import { type OptimizerSettings, referenceOptimizer } from "../optimize/index.ts";
import type { Engine } from "./engine.ts";

/**
 * The engine that follows the derivation: float64, one example at a time. Trains `model` in place. Plain gradient
 * descent is `trainStep` itself, since a single example needs no limit on the row's step.
 */
export function referenceEngine(model: Model, settings: OptimizerSettings): Engine {
  const optimizer = referenceOptimizer(model, settings);
  const tables: Record<string, Table> = { input: model.input, output: model.output, ...optimizer.slots };
  const plain = settings.optimizer === "sgd" && settings.clipRowNorm === 0 && settings.clipNorm === 0;
  const step = plain
    ? (example: Example, alpha: number): number => trainStep(model, example, alpha)
    : (example: Example, alpha: number): number => optimizer.step([example], alpha, updates);
  let updates = 0;
  let lossSum = 0;
  let examples = 0;
  return {
    name: "reference",
    add(example, alpha) {
      updates++;
      lossSum += step(example, alpha);
      examples++;
      return undefined;
    },
    async report() {
      const mean = lossSum / examples;
      lossSum = 0;
      examples = 0;
      return mean;
    },
    inputTable: async () => ({ ...model.input, data: Float32Array.from(model.input.data) }),
    async state() {
      const copies = Object.entries(tables).map(([name, table]) => [name, copyTable(table)]);
      return { updates, tables: Object.fromEntries(copies), held: [], alphaSum: 0, lossSum, examples };
    },
    restore(state) {
      for (const [name, table] of Object.entries(tables)) {
        table.data.set((state.tables[name] as Table).data);
      }
      ({ updates, lossSum, examples } = state);
    },
    close: () => undefined,
  };
}
