import { addScaled, dot, logSumExp, row, type Table, tableFromRows, zeroTable } from "../base/index.ts";
import type { RowGradients } from "../model/index.ts";
import { denseScores, pooledTexts, type TextNetwork } from "./text-network.ts";

/** Some texts with their classes. */
export interface TextBatch {
  /** Word ids of each text. */
  readonly texts: readonly ArrayLike<number>[];
  /** Class of each text, 0 to K - 1. */
  readonly labels: ArrayLike<number>;
}

/** The gradients of a batch's mean loss; those of tables that the tuning leaves alone are absent. */
export interface NetworkGradients {
  /** Mean of -log P(label), in nats. */
  readonly loss: number;
  /** ∂L/∂W, shape (K, d). */
  readonly weights: Table;
  /** ∂L/∂b, shape (1, K). */
  readonly bias: Table;
  /** ∂L/∂E for the rows that the texts use. */
  readonly embedding?: RowGradients;
  /** ∂L/∂A for the rows that the texts use. */
  readonly left?: RowGradients;
  /** ∂L/∂B, shape (r, d). */
  readonly right?: Table;
}

/**
 * With n texts of L_i words, e_i = (softmax(W h_i + b) - onehot(label_i)) / n and g_i = Wᵀ e_i,
 *
 *   ∂L/∂W = Σ_i e_i h_iᵀ,   ∂L/∂b = Σ_i e_i,   ∂L/∂E_w = Σ_i (times w occurs in i) / L_i · g_i
 *   ∂L/∂A_w = B ∂L/∂E_w,   ∂L/∂B = Σ_i a_i g_iᵀ   where a_i is the mean of A's rows
 *
 * Changes nothing. Derived in lesson 13.
 */
export function networkGradients(network: TextNetwork, batch: TextBatch): NetworkGradients {
  const { tuning, weights, delta } = network;
  const h = pooledTexts(network, batch.texts);
  const scores = denseScores(network, h);
  const found = { weights: zeroTable(weights.rows, weights.width), bias: zeroTable(1, weights.rows) };
  const rows = new Map<number, Float64Array>();
  const right = delta && zeroTable(delta.right.rows, delta.right.width);
  let loss = 0;
  batch.texts.forEach((ids, i) => {
    const [z, label] = [row(scores, i), batch.labels[i] as number];
    const total = logSumExp(z);
    loss += (total - (z[label] as number)) / batch.texts.length;
    const e = z.map((score, k) => (Math.exp(score - total) - (k === label ? 1 : 0)) / batch.texts.length);
    addScaled(found.bias.data, 1, e);
    const g = new Float64Array(h.width);
    e.forEach((error, k) => {
      addScaled(row(found.weights, k), error, row(h, i));
      addScaled(g, error, row(weights, k));
    });
    if (tuning === "frozen") return;
    for (let at = 0; at < ids.length; at++) addTo(rows, ids[at] as number, 1 / ids.length, g);
    if (delta && right) addOuter(right, delta.left, ids, g);
  });
  if (tuning === "frozen") return { loss, ...found };
  const touched = rowGradients(rows);
  if (!delta || !right) return { loss, ...found, embedding: touched };
  return { loss, ...found, left: { ...touched, rows: timesTransposed(touched.rows, delta.right) }, right };
}

function addTo(rows: Map<number, Float64Array>, id: number, factor: number, g: Float64Array): void {
  const sum = rows.get(id) ?? new Float64Array(g.length);
  rows.set(id, sum);
  addScaled(sum, factor, g);
}

/** ∂L/∂B += a gᵀ, a the mean of A's rows of one text. */
function addOuter(right: Table, left: Table, ids: ArrayLike<number>, g: Float64Array): void {
  const a = new Float64Array(right.rows);
  for (let at = 0; at < ids.length; at++) addScaled(a, 1 / ids.length, row(left, ids[at] as number));
  a.forEach((share, k) => {
    addScaled(row(right, k), share, g);
  });
}

/** X Bᵀ, shape (U, r). */
function timesTransposed(x: Table, b: Table): Table {
  const product = zeroTable(x.rows, b.rows);
  for (let i = 0; i < x.rows; i++) {
    for (let k = 0; k < b.rows; k++) product.data[i * b.rows + k] = dot(row(x, i), row(b, k));
  }
  return product;
}

function rowGradients(rows: ReadonlyMap<number, Float64Array>): RowGradients {
  return {
    ids: [...rows.keys()],
    weights: new Float64Array(rows.size).fill(1),
    rows: tableFromRows([...rows.values()]),
  };
}
