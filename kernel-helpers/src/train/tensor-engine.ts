import type { Rank, Scalar, Variable } from "@tensorflow/tfjs";
import type { Tensorflow } from "../backend/index.ts";
import type { Numbers, Table } from "../base/index.ts";
import {
  type Batch,
  type Example,
  type Model,
  packBatch,
  readScalar,
  readTable,
  tensorModel,
} from "../model/index.ts";
import { tensorOptimizer } from "../optimize/index.ts";
import type { Engine } from "./engine.ts";
import type { Settings } from "./options.ts";

/** The engine on TensorFlow.js: float32, `batchSize` examples at a time on whatever backend `tf` has. */
export function tensorEngine(tf: Tensorflow, start: Model, settings: Settings): Engine {
  const model = tensorModel(tf, start);
  const optimizer = tensorOptimizer(tf, model, settings);
  const tables: Record<string, Variable<Rank.R2>> = {
    input: model.input,
    output: model.output,
    ...optimizer.slots,
  };
  let held: Example[] = [];
  let alphaSum = 0;
  let total = tf.scalar(0); // Σ over examples of the loss, kept on the device: reading it each step is slow
  let examples = 0;
  let updates = 0;

  function update(batch: Batch): void {
    const loss = optimizer.step(batch, alphaSum / held.length, ++updates);
    const next = tf.tidy(() => tf.add(total, tf.mul(loss, held.length)) as Scalar);
    tf.dispose([total, loss]);
    total = next;
    examples += held.length;
    held = [];
    alphaSum = 0;
  }

  return {
    name: "tensor",
    add(example, alpha) {
      held.push(example);
      alphaSum += alpha;
      if (held.length >= settings.batchSize) update(packBatch(held));
      return undefined;
    },
    async report() {
      if (held.length > 0) update(packBatch(held));
      const mean = (await readScalar(total)) / examples;
      total = tf.scalar(0);
      examples = 0;
      return mean;
    },
    inputTable: () => readTable(model.input),
    async state() {
      const [lossSum = 0] = await total.data();
      const copies: [string, Table<Float32Array>][] = [];
      for (const [name, table] of Object.entries(tables)) copies.push([name, await readTable(table)]);
      return { updates, tables: Object.fromEntries(copies), held: [...held], alphaSum, lossSum, examples };
    },
    restore(state) {
      for (const [name, table] of Object.entries(tables)) {
        assignTable(tf, table, state.tables[name] as Table<Numbers>);
      }
      tf.dispose(total);
      total = tf.scalar(state.lossSum);
      held = [...state.held];
      ({ alphaSum, examples, updates } = state);
    },
    close() {
      optimizer.close();
      tf.dispose([model.input, model.output, total]);
    },
  };
}

/** Puts a copy of `values` into `table`: cpu and native would share the memory of an array. */
function assignTable(tf: Tensorflow, table: Variable<Rank.R2>, { data, rows, width }: Table<Numbers>): void {
  tf.tidy(() => table.assign(tf.tensor2d(Float32Array.from(data), [rows, width])));
}
