import type { Scalar } from "@tensorflow/tfjs";
import type { Tensorflow } from "../backend/index.ts";
import { readScalar } from "../model/index.ts";
import type { EngineState } from "./engine.ts";

/** The losses since the last report, summed on the device, because reading one after each update is slow. */
export interface LossTotal {
  /** Adds the mean loss of `examples` examples, and disposes it. */
  add(loss: Scalar, examples: number): void;
  /** Returns the mean over all examples, NaN if there are none, and starts again from zero. */
  take(): Promise<number>;
  /** The sum and the number of examples, for a checkpoint. */
  state(): Promise<Pick<EngineState, "lossSum" | "examples">>;
  /** Takes over a saved state. */
  restore(state: Pick<EngineState, "lossSum" | "examples">): void;
  /** Disposes the tensors on the device. */
  close(): void;
}

/** A total of zero. */
export function lossTotal(tf: Tensorflow): LossTotal {
  let total = tf.scalar(0);
  let count = 0;
  return {
    add(loss, examples) {
      const next = tf.tidy(() => tf.add(total, tf.mul(loss, examples)) as Scalar);
      tf.dispose([total, loss]);
      total = next;
      count += examples;
    },
    async take() {
      const mean = (await readScalar(total)) / count;
      total = tf.scalar(0);
      count = 0;
      return mean;
    },
    state: async () => ({ lossSum: (await total.data())[0] as number, examples: count }),
    restore({ lossSum, examples }) {
      tf.dispose(total);
      total = tf.scalar(lossSum);
      count = examples;
    },
    close: () => tf.dispose(total),
  };
}
