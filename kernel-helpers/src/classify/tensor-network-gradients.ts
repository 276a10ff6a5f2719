import type { Rank, Scalar, Tensor1D, Tensor2D, Tensor3D, Variable } from "@tensorflow/tfjs";
import type { Tensorflow } from "../backend/index.ts";
import type { SeenRows } from "../model/index.ts";
import type { TextBatch } from "./network-gradients.ts";
import { paddedIds } from "./padded-ids.ts";

/** A text network on the device, float32; see `TextNetwork`. */
export interface TensorNetwork {
  readonly tuning: "frozen" | "full" | "low-rank";
  /** E, shape [V, d]. */
  readonly embedding: Variable<Rank.R2>;
  /** A, shape [V, r], and B, shape [r, d], for low-rank only. */
  readonly delta?: { readonly left: Variable<Rank.R2>; readonly right: Variable<Rank.R2> };
  /** W, shape [K, d]. */
  readonly weights: Variable<Rank.R2>;
  /** b, shape [1, K]. */
  readonly bias: Variable<Rank.R2>;
}

/** The gradients of a batch on the device; see `NetworkGradients`. */
export interface TensorNetworkGradients {
  readonly loss: Scalar;
  readonly weights: Tensor2D;
  readonly bias: Tensor2D;
  readonly embedding?: SeenRows;
  readonly left?: SeenRows;
  readonly right?: Tensor2D;
}

/** Texts on the device: padded ids and the share of each place in its text's mean. */
interface PlacedTexts {
  readonly count: number;
  readonly width: number;
  /** Shape (N L). */
  readonly ids: Int32Array;
  /** 1 / L_i where a word stands, 0 for padding, shape (N L). */
  readonly shares: Float32Array;
}

/** The twin of `networkGradients` on the backend of `tf`. Call it inside `tf.tidy`. */
export function tensorNetworkGradients(
  tf: Tensorflow,
  network: TensorNetwork,
  { texts, labels }: TextBatch,
): TensorNetworkGradients {
  const { tuning, weights, delta } = network;
  const placed = placedTexts(texts);
  const { h, a } = pooledTensors(tf, network, placed);
  const scores = denseTensor(tf, network, h);
  const truth = tf.oneHot(tf.tensor1d(Int32Array.from(labels), "int32"), weights.shape[0]) as Tensor2D;
  const losses = tf.sub(tf.logSumExp(scores, 1), tf.sum(tf.mul(scores, truth), 1)) as Tensor1D;
  const e = tf.div(tf.sub(tf.softmax(scores), truth), placed.count) as Tensor2D;
  const head = {
    loss: tf.mean(losses) as Scalar,
    weights: tf.matMul(e, h, true) as Tensor2D,
    bias: tf.sum(e, 0, true) as Tensor2D,
  };
  if (tuning === "frozen") return head;
  const g = tf.matMul(e, weights) as Tensor2D; // [n, d]
  if (!delta) return { ...head, embedding: seenRows(tf, placed, g) };
  const left = seenRows(tf, placed, tf.matMul(g, delta.right, false, true) as Tensor2D);
  return { ...head, left, right: tf.matMul(a as Tensor2D, g, true) as Tensor2D };
}

/** z_i = W h_i + b of texts, shape [N, K]. Call it inside `tf.tidy`. */
export function tensorNetworkScores(
  tf: Tensorflow,
  network: TensorNetwork,
  texts: readonly ArrayLike<number>[],
): Tensor2D {
  return denseTensor(tf, network, pooledTensors(tf, network, placedTexts(texts)).h);
}

function denseTensor(tf: Tensorflow, { weights, bias }: TensorNetwork, h: Tensor2D): Tensor2D {
  return tf.add(tf.matMul(h, weights, false, true), bias) as Tensor2D;
}

/** h, shape [N, d], and the mean of A's rows, shape [N, r]. */
function pooledTensors(
  tf: Tensorflow,
  { embedding, delta }: TensorNetwork,
  placed: PlacedTexts,
): { readonly h: Tensor2D; readonly a?: Tensor2D } {
  const h = meanRows(tf, embedding, placed);
  if (!delta) return { h };
  const a = meanRows(tf, delta.left, placed);
  return { h: tf.add(h, tf.matMul(a, delta.right)) as Tensor2D, a };
}

function meanRows(
  tf: Tensorflow,
  table: Variable<Rank.R2>,
  { count, width, ids, shares }: PlacedTexts,
): Tensor2D {
  const rows = tf.gather(table, tf.tensor1d(ids, "int32")).reshape([count, width, -1]) as Tensor3D;
  return tf.sum(tf.mul(rows, tf.tensor3d(shares, [count, width, 1])), 1) as Tensor2D;
}

/** The share of each place of the gradients g of the texts, shape [n, ·]. */
function seenRows(tf: Tensorflow, { count, width, ids, shares }: PlacedTexts, g: Tensor2D): SeenRows {
  const rows = tf.mul(g.expandDims(1), tf.tensor3d(shares, [count, width, 1])).reshape([ids.length, -1]);
  return { ids, weights: shares, rows: rows as Tensor2D };
}

function placedTexts(texts: readonly ArrayLike<number>[]): PlacedTexts {
  const { rows, width, ids, mask } = paddedIds(texts);
  const shares = mask.map(
    (one, at) => one / Math.max(1, (texts[Math.floor(at / width)] as ArrayLike<number>).length),
  );
  return { count: rows, width, ids, shares };
}
