import type { Scalar } from "@tensorflow/tfjs";
import type { Tensorflow } from "../backend/index.ts";
import {
  type Example,
  type Model,
  packBatch,
  readScalar,
  readTable,
  tensorModel,
  tensorStep,
} from "../model/index.ts";
import type { Engine } from "./engine.ts";

/** The engine on TensorFlow.js: float32, `batchSize` examples at a time on whatever backend `tf` has. */
export function tensorEngine(tf: Tensorflow, model: Model, batchSize: number): Engine {
  const tables = tensorModel(tf, model);
  let held: Example[] = [];
  let alphaSum = 0;
  let total = tf.scalar(0); // Σ over examples of the loss, kept on the device: reading it each step is slow
  let examples = 0;

  function update(): void {
    const loss = tensorStep(tf, tables, packBatch(held), alphaSum / held.length);
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
      if (held.length < batchSize) return undefined;
      update();
      return undefined;
    },
    async report() {
      if (held.length > 0) update();
      const mean = (await readScalar(total)) / examples;
      total = tf.scalar(0);
      examples = 0;
      return mean;
    },
    inputTable: () => readTable(tables.input),
    close: () => tf.dispose([tables.input, tables.output, total]),
  };
}
