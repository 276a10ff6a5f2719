import type { Rank, Variable } from "@tensorflow/tfjs";
import type { Tensorflow } from "../backend/index.ts";
import type { Numbers, Table } from "../base/index.ts";
import { type Example, type Model, packBatch, readTable, tensorModel } from "../model/index.ts";
import { tensorOptimizer } from "../optimize/index.ts";
import type { Engine } from "./engine.ts";
import { lossTotal } from "./loss-total.ts";
import type { Settings } from "./options.ts";

/** The engine on TensorFlow.js: float32, `batchSize` examples at a time on the backend of `tf`. */
export function tensorEngine(tf: Tensorflow, start: Model, settings: Settings): Engine {
  const model = tensorModel(tf, start);
  const optimizer = tensorOptimizer(tf, model, settings);
  const tables: Record<string, Variable<Rank.R2>> = {
    input: model.input,
    output: model.output,
    ...optimizer.slots,
  };
  const losses = lossTotal(tf);
  let held: Example[] = [];
  let alphaSum = 0;
  let updates = 0;

  function update(): void {
    losses.add(optimizer.step(packBatch(held), alphaSum / held.length, ++updates), held.length);
    held = [];
    alphaSum = 0;
  }

  return {
    name: "tensor",
    add(example, alpha) {
      held.push(example);
      alphaSum += alpha;
      if (held.length >= settings.batchSize) update();
      return undefined;
    },
    async report() {
      if (held.length > 0) update();
      return losses.take();
    },
    inputTable: () => readTable(model.input),
    async state() {
      const copies: [string, Table<Float32Array>][] = [];
      for (const [name, table] of Object.entries(tables)) copies.push([name, await readTable(table)]);
      return {
        updates,
        tables: Object.fromEntries(copies),
        held: [...held],
        alphaSum,
        ...(await losses.state()),
      };
    },
    restore(state) {
      for (const [name, table] of Object.entries(tables)) {
        assignTable(tf, table, state.tables[name] as Table<Numbers>);
      }
      losses.restore(state);
      held = [...state.held];
      ({ alphaSum, updates } = state);
    },
    close() {
      optimizer.close();
      losses.close();
      tf.dispose([model.input, model.output]);
    },
  };
}

/** Puts a copy of `values` into `table`, because cpu and native would share the memory of an array. */
function assignTable(tf: Tensorflow, table: Variable<Rank.R2>, { data, rows, width }: Table<Numbers>): void {
  tf.tidy(() => table.assign(tf.tensor2d(Float32Array.from(data), [rows, width])));
}
