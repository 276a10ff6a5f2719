import type { Scalar, Tensor, Tensor1D, Tensor2D } from "@tensorflow/tfjs";
import type { Tensorflow } from "../backend/index.ts";
import type { Batch } from "./batch.ts";
import type { TensorModel } from "./tensor-model.ts";

/** Gradients of some rows, one for each place in the batch where a row is used: a word may occur many times. */
export interface SeenRows {
  /** The row of each place, shape (n). */
  readonly ids: Int32Array;
  /** Share of each place in an example, shape (n): 1 / C for an input word of C, 0 for padding, otherwise 1. */
  readonly weights: Float32Array;
  /** The gradient of each place, shape [n, d]; zero for padding. */
  readonly rows: Tensor2D;
}

/** The summed gradient of every row of a table, as in the full softmax. */
export interface EveryRow {
  /** Absent: row i belongs to word i. */
  readonly ids?: undefined;
  /** How many examples move each row: Σ_b (ŷ_bj + [j = o_b]), shape [V]. */
  readonly weights: Tensor1D;
  /** Summed gradients, shape [V, d]. */
  readonly rows: Tensor2D;
}

/** The gradients of a batch for both tables; nothing is moved yet. */
export interface TensorGradients {
  /** Mean loss of the batch. */
  readonly loss: Scalar;
  /** Gradients of the input table. */
  readonly input: SeenRows;
  /** Gradients of the output table: a few rows of words or tree nodes, or every row under the full softmax. */
  readonly output: SeenRows | EveryRow;
}

/**
 * The gradients of B examples, all with the tables as they are (Rong 2014, eq. 9, 12, 58, 61 and section 3.1):
 *
 *   ∂L/∂v_c = Σ_b w_bc ∂L_b/∂h_b,   ∂L/∂u_j = Σ_b e_bj h_b
 *
 * where the sums over b are not taken yet for words that occur several times. Changes nothing. Call it inside
 * `tf.tidy`, which disposes the tensors.
 */
export function tensorGradients(tf: Tensorflow, model: TensorModel, batch: Batch): TensorGradients {
  const inputs = tf.tensor1d(batch.inputs, "int32");
  const weights = tf.tensor(batch.weights, [batch.size, batch.inputCount, 1]);
  const h = hiddenLayers(tf, model, inputs, weights);
  const { loss, toHidden, output } = outputGradients(tf, model, h, batch);
  const rows = tf.mul(toHidden.expandDims(1), weights).reshape([batch.inputs.length, -1]) as Tensor2D;
  return { loss, input: { ids: batch.inputs, weights: batch.weights, rows }, output };
}

/** h_b = Σ_c w_bc v_c, shape [B, d]. */
function hiddenLayers(tf: Tensorflow, model: TensorModel, inputs: Tensor1D, weights: Tensor): Tensor2D {
  const [size, count] = weights.shape as [number, number];
  const rows = tf.gather(model.input, inputs);
  if (count === 1) return rows as Tensor2D; // Skip-Gram: one word of weight 1
  return tf.sum(tf.mul(rows.reshape([size, count, -1]), weights), 1) as Tensor2D;
}

/** The loss, ∂L_b/∂h_b for each example, shape [B, d], and the gradients of the output rows. */
interface OutputGradients {
  readonly loss: Scalar;
  readonly toHidden: Tensor2D;
  readonly output: TensorGradients["output"];
}

function outputGradients(
  tf: Tensorflow,
  model: TensorModel,
  h: Tensor2D,
  { size, outputs, tree }: Batch,
): OutputGradients {
  const count = outputs.length / size;
  if (tree) {
    const [labels, mask] = [tf.tensor2d(tree.labels, [size, count]), tf.tensor2d(tree.mask, [size, count])];
    return labelledGradients(tf, model, h, outputs, labels, { mask, weights: tree.mask });
  }
  if (count === 1) return softmaxGradients(tf, model, h, outputs);
  const labels = tf.tensor2d([1, ...new Array<number>(count - 1).fill(0)], [1, count]);
  return labelledGradients(tf, model, h, outputs, labels);
}

/**
 * e_bj = σ(u_j · h_b) - t_bj for the target and the negatives, or for the nodes of a path, where `padding` says which
 * places are not nodes. `labels` t has shape [B, n] or [1, n].
 */
function labelledGradients(
  tf: Tensorflow,
  model: TensorModel,
  h: Tensor2D,
  words: Int32Array,
  labels: Tensor2D,
  padding?: { readonly mask: Tensor2D; readonly weights: Float32Array },
): OutputGradients {
  const [size, width] = h.shape;
  const count = words.length / size;
  const masked = (x: Tensor): Tensor => (padding ? tf.mul(x, padding.mask) : x);
  const u = tf.gather(model.output, tf.tensor1d(words, "int32")).reshape([size, count, width]);
  const h3 = h.expandDims(1);
  const scores = tf.sum(tf.mul(u, h3), 2);
  const errors = masked(tf.sub(tf.sigmoid(scores), labels)).expandDims(2);
  // -log σ(z) = softplus(z) - z and -log σ(-z) = softplus(z)
  const losses = tf.sum(masked(tf.sub(tf.softplus(scores), tf.mul(scores, labels))), 1);
  const rows = tf.mul(errors, h3).reshape([words.length, width]) as Tensor2D;
  return {
    loss: tf.mean(losses),
    toHidden: tf.sum(tf.mul(errors, u), 1) as Tensor2D,
    output: { ids: words, weights: padding?.weights ?? new Float32Array(words.length).fill(1), rows },
  };
}

/** e_bj = ŷ_bj - [j = o_b] for every word j. */
function softmaxGradients(
  tf: Tensorflow,
  model: TensorModel,
  h: Tensor2D,
  words: Int32Array,
): OutputGradients {
  const targets = tf.tensor1d(words, "int32");
  const vocabulary = model.output.shape[0];
  const scores = tf.matMul(h, model.output, false, true); // [B, V]
  const probabilities = tf.softmax(scores);
  const u = tf.gather(model.output, targets); // [B, d]
  const loss = tf.mean(tf.sub(tf.logSumExp(scores, 1), tf.sum(tf.mul(u, h), 1))) as Scalar;
  const expected = tf.matMul(probabilities, h, true, false); // Σ_b ŷ_bj h_b, shape [V, d]
  const found = tf.unsortedSegmentSum(h, targets, vocabulary) as Tensor2D; // Σ_b [j = o_b] h_b
  const hits = tf.unsortedSegmentSum(tf.onesLike(targets).toFloat(), targets, vocabulary);
  return {
    loss,
    toHidden: tf.sub(tf.matMul(probabilities, model.output), u) as Tensor2D,
    output: {
      weights: tf.add(tf.sum(probabilities, 0), hits) as Tensor1D,
      rows: tf.sub(expected, found) as Tensor2D,
    },
  };
}
