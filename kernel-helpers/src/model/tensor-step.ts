import type { Scalar, Tensor, Tensor1D, Tensor2D } from "@tensorflow/tfjs";
import { scatterRows, type Tensorflow } from "../backend/index.ts";
import type { Batch } from "./batch.ts";
import type { TensorModel } from "./tensor-model.ts";

/**
 * The twin of `trainStep` for B examples at once: every gradient is computed with the tables as they were, then
 * all are added, duplicates included:
 *
 *   v_c -= α Σ_b w_bc ∂L_b/∂h_b,   u_j -= α Σ_b e_bj h_b
 *
 * Updates both tables of `model` in place and returns the mean loss before the update, a tensor that the caller
 * disposes. The sum over the batch, not its mean, keeps α what it is for single examples; use B <= 4096, beyond
 * that frequent words move too far and training diverges.
 */
export function tensorStep(tf: Tensorflow, model: TensorModel, batch: Batch, alpha: number): Scalar {
  return tf.tidy(() => {
    const inputs = tf.tensor1d(batch.inputs, "int32");
    const weights = tf.tensor(batch.weights, [batch.size, batch.inputCount, 1]);
    const h = hiddenLayers(tf, model, inputs, weights);
    const outputs = tf.tensor1d(batch.outputs, "int32");
    const update = batch.outputs.length > batch.size ? negativeUpdate : softmaxUpdate;
    const { loss, gradient } = update(tf, model, h, outputs, alpha);
    const rows = tf.mul(gradient.expandDims(1), weights).reshape([batch.inputs.length, -1]) as Tensor2D;
    scatterRows(tf, model.input, inputs, rows, -alpha);
    return loss;
  });
}

/** h_b = Σ_c w_bc v_c, shape [B, d]. */
function hiddenLayers(tf: Tensorflow, model: TensorModel, inputs: Tensor1D, weights: Tensor): Tensor2D {
  const [size, count] = weights.shape as [number, number];
  const rows = tf.gather(model.input, inputs);
  if (count === 1) return rows as Tensor2D; // Skip-Gram: one word of weight 1
  return tf.sum(tf.mul(rows.reshape([size, count, -1]), weights), 1) as Tensor2D;
}

/** The loss, and ∂L/∂h for each example, shape [B, d]. */
interface Update {
  readonly loss: Scalar;
  readonly gradient: Tensor2D;
}

/** e_bj = σ(u_j · h_b) - t_j; moves the rows of the target and of the negatives. */
function negativeUpdate(
  tf: Tensorflow,
  model: TensorModel,
  h: Tensor2D,
  outputs: Tensor1D,
  alpha: number,
): Update {
  const [size, width] = h.shape;
  const count = outputs.size / size;
  const labels = tf.tensor2d([1, ...new Array<number>(count - 1).fill(0)], [1, count]);
  const u = tf.gather(model.output, outputs).reshape([size, count, width]);
  const h3 = h.expandDims(1);
  const scores = tf.sum(tf.mul(u, h3), 2);
  const errors = tf.sub(tf.sigmoid(scores), labels).expandDims(2);
  const gradient = tf.sum(tf.mul(errors, u), 1) as Tensor2D; // before u moves
  scatterRows(
    tf,
    model.output,
    outputs,
    tf.mul(errors, h3).reshape([size * count, width]) as Tensor2D,
    -alpha,
  );
  // -log σ(z) = softplus(z) - z and -log σ(-z) = softplus(z)
  const losses = tf.sum(tf.sub(tf.softplus(scores), tf.mul(scores, labels)), 1);
  return { loss: tf.mean(losses), gradient };
}

/** e_bj = ŷ_bj - [j = o_b]; moves every output row: the part ŷ densely, the part [j = o_b] by rows. */
function softmaxUpdate(
  tf: Tensorflow,
  model: TensorModel,
  h: Tensor2D,
  targets: Tensor1D,
  alpha: number,
): Update {
  const scores = tf.matMul(h, model.output, false, true); // [B, V]
  const probabilities = tf.softmax(scores);
  const u = tf.gather(model.output, targets); // [B, d]
  const loss = tf.mean(tf.sub(tf.logSumExp(scores, 1), tf.sum(tf.mul(u, h), 1))) as Scalar;
  const gradient = tf.sub(tf.matMul(probabilities, model.output), u) as Tensor2D;
  const dense = tf.matMul(probabilities, h, true, false); // Σ_b ŷ_bj h_b, shape [V, d]
  model.output.assign(tf.sub(model.output, tf.mul(dense, alpha)));
  scatterRows(tf, model.output, targets, h, alpha);
  return { loss, gradient };
}
