import type { Scalar, Tensor1D, Tensor2D } from "@tensorflow/tfjs";
import type { Tensorflow } from "../../backend/index.ts";
import type { Table } from "../../base/index.ts";
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
  /** Number of tensors that the step made and left behind, its result aside. Default: 0. */
  readonly left?: number;
  /** The arguments that the step disposed of. Default: none. */
  readonly disposed?: readonly string[];
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
 * the batch, calls `step`, downloads the updated tables and the loss, and counts the tensors that are left. What is no
 * scalar tensor is given as it is, for the check to tell. `tf` must use a backend that can be read synchronously: cpu,
 * wasm or native, not webgpu.
 */
export function onTables(tf: Tensorflow, step: TensorBatchStep): PlainBatchStep {
  return (model, centers, words, alpha) => {
    const tensors = tensorModel(tf, model);
    const given = {
      centers: tf.tensor1d([...centers], "int32"),
      words: tf.tensor2d(words.flat(), [words.length, words[0]?.length ?? 0], "int32"),
    };
    let outcome: unknown;
    try {
      tf.tidy(() => {
        const before = tf.memory().numTensors;
        const loss: unknown = step(tensors, given.centers, given.words, alpha);
        if (!(loss instanceof tf.Tensor) || loss.rank > 0) {
          outcome = withoutScope(loss);
          return;
        }
        const disposed = Object.entries(given).flatMap(([name, { isDisposed }]) =>
          isDisposed ? [name] : [],
        );
        const left = tf.memory().numTensors - before - 1 + disposed.length;
        for (const side of ["input", "output"] as const) download(tensors[side], model[side]);
        // biome-ignore lint/plugin: a check reads synchronously; the docstring rules out webgpu
        outcome = { loss: loss.dataSync()[0] as number, left, disposed };
      });
      return outcome as BatchOutcome;
    } finally {
      tf.dispose([tensors.input, tensors.output]);
      for (const tensor of Object.values(given)) if (!tensor.isDisposed) tensor.dispose();
    }
  };
}

/** A result that is no scalar; of a tensor its shape as the loss, since the tensor itself ends with the scope. */
function withoutScope(result: unknown): unknown {
  const shape = (result as { shape?: readonly number[] } | undefined)?.shape;
  return Array.isArray(shape) ? { loss: { shape: [...shape] } } : result;
}

/** Reads a tensor of the model back into its table; throws RangeError if the step gave it another shape. */
function download(tensor: Tensor2D, { rows, width, data }: Table): void {
  if (tensor.shape[0] !== rows || tensor.shape[1] !== width) {
    throw new RangeError(
      `Cannot read the model back as its tables must keep the shape [${rows}, ${width}]: current shape is [${tensor.shape}]`,
    );
  }
  // biome-ignore lint/plugin: a check reads synchronously; the docstring of onTables rules out webgpu
  data.set(tensor.dataSync());
}
