import type { Scalar, Tensor1D, Tensor2D } from "@tensorflow/tfjs";
import type { Tensorflow } from "../../backend/index.ts";
import { type Model, type TensorModel, tensorModel } from "../../model/index.ts";

/** A step of Skip-Gram with negative sampling on tensors: what lesson 10 asks for. */
export type TensorBatchStep = (
  model: TensorModel,
  /** The centers c_b, int32, shape [B]. */
  centers: Tensor1D,
  /** The context word of each pair, followed by its K noise words, int32, shape [B, 1 + K]. */
  words: Tensor2D,
  alpha: number,
) => Scalar;

/** The result of a step on a batch, besides the moved tables. */
export interface BatchOutcome {
  /** Mean loss of the batch before the step. */
  readonly loss: number;
  /** Whether the step disposed of every tensor that it made, except its result. */
  readonly tidy: boolean;
}

/** The same step on a model of plain tables, which it updates in place. */
export type PlainBatchStep = (
  model: Model,
  centers: readonly number[],
  words: readonly (readonly number[])[],
  alpha: number,
) => BatchOutcome;

/**
 * Turns a tensor step into a step on plain tables, so that a check can compare it with float64: uploads the model and
 * the batch, calls `step`, downloads the updated tables and the loss, and counts the tensors that are left. `tf` must
 * use a backend that can be read synchronously: cpu, wasm or native, not webgpu. Throws TypeError if `step` returns
 * no tensor.
 */
export function onTables(tf: Tensorflow, step: TensorBatchStep): PlainBatchStep {
  return (model, centers, words, alpha) => {
    const tensors = tensorModel(tf, model);
    try {
      return tf.tidy(() => {
        const ids = tf.tensor1d([...centers], "int32");
        const outputs = tf.tensor2d(words.flat(), [words.length, words[0]?.length ?? 0], "int32");
        const before = tf.memory().numTensors;
        const loss = step(tensors, ids, outputs, alpha) as Scalar | undefined;
        const left = tf.memory().numTensors - before;
        if (!(loss instanceof tf.Tensor)) {
          throw new TypeError(`Cannot read the loss: your step returned no tensor but ${typeof loss}`);
        }
        for (const side of ["input", "output"] as const) {
          // biome-ignore lint/plugin: a check reads synchronously; the docstring rules out webgpu
          model[side].data.set(tensors[side].dataSync());
        }
        // biome-ignore lint/plugin: as above
        return { loss: loss.dataSync()[0] as number, tidy: left === 1 };
      });
    } finally {
      tf.dispose([tensors.input, tensors.output]);
    }
  };
}
