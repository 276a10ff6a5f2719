import {
  addScaled,
  type Numbers,
  requireInteger,
  row,
  seededRandom,
  type Table,
  zeroTable,
} from "../base/index.ts";
import { meanVectors } from "./mean-vectors.ts";

/** A change of a table by two thin ones: ΔE = A B has rank r at most. */
export interface LowRankDelta {
  /** A, shape (V, r): zero at the start, so that words without a labelled text keep their vectors. */
  readonly left: Table;
  /** B, shape (r, d). */
  readonly right: Table;
}

/**
 * What training moves besides W and b: nothing, every row of E that a text uses, or a low-rank delta (Hu et al. 2022, LoRA, for weights; here for a
 * table of words).
 */
export type Tuning = "frozen" | "full" | "low-rank";

/** A text classifier in three layers: embedding, mean over the words of the text, dense. */
export interface TextNetwork {
  /** What training moves besides W and b. */
  readonly tuning: Tuning;
  /** E, shape (V, d). */
  readonly embedding: Table;
  /** Where the tuning is low-rank, the vectors in use are E + A B. */
  readonly delta?: LowRankDelta;
  /** W, shape (K, d). */
  readonly weights: Table;
  /** b, shape (1, K). */
  readonly bias: Table;
}

/** Options of `textNetwork`. */
export interface TextNetworkOptions {
  /** K, number of classes. Default: 2. */
  readonly classes?: number;
  /** Default: "frozen". */
  readonly tuning?: Tuning;
  /** r, for low-rank only. Default: 4. */
  readonly rank?: number;
  /** Seed of B. Default: 1. */
  readonly seed?: number;
}

/**
 * A network on a copy of `table`, shape (V, d), whose W and b are zero: every class has the same probability at the start.
 * Throws RangeError for fewer than two classes, a rank above d and a tuning that is none.
 */
export function textNetwork(
  table: Table<Numbers>,
  { classes = 2, tuning = "frozen", rank = 4, seed = 1 }: TextNetworkOptions = {},
): TextNetwork {
  const action = "Cannot make a text network";
  requireInteger(action, { classes }, 2);
  if (!["frozen", "full", "low-rank"].includes(tuning)) {
    throw new RangeError(
      `${action} as tuning must be one of frozen, full, low-rank: current value is "${String(tuning)}"`,
    );
  }
  const network: TextNetwork = {
    tuning,
    embedding: { ...table, data: Float64Array.from(table.data) },
    weights: zeroTable(classes, table.width),
    bias: zeroTable(1, classes),
  };
  if (tuning !== "low-rank") return network;
  requireInteger(action, { rank }, 1);
  if (rank > table.width) {
    throw new RangeError(
      `${action} as rank must be at most the ${table.width} numbers of a vector: current value is ${rank}`,
    );
  }
  const random = seededRandom(seed);
  const right = zeroTable(rank, table.width);
  const reach = Math.sqrt(3 / table.width); // rows of length 1 in the mean
  right.data.forEach((_, i) => {
    right.data[i] = reach * (2 * random() - 1);
  });
  return { ...network, delta: { left: zeroTable(table.rows, rank), right } };
}

/** How many numbers training moves: K d + K, and V d more if full, r (V + d) more if low-rank. */
export function tunedNumbers({ tuning, embedding, delta, weights, bias }: TextNetwork): number {
  const head = weights.data.length + bias.data.length;
  if (tuning === "full") return head + embedding.data.length;
  return head + (delta ? delta.left.data.length + delta.right.data.length : 0);
}

/** The vectors in use: E + A B, a new table, or E itself where there is no delta. Shape (V, d). */
export function tunedTable({ embedding, delta }: TextNetwork): Table {
  if (!delta) return embedding;
  const table = { ...embedding, data: embedding.data.slice() };
  for (let id = 0; id < table.rows; id++) {
    row(delta.left, id).forEach((share, k) => {
      if (share !== 0) addScaled(row(table, id), share, row(delta.right, k));
    });
  }
  return table;
}

/** h_i, the mean vector of each text, shape (N, d): mean of E's rows, and (mean of A's rows) B where there is a delta. */
export function pooledTexts({ embedding, delta }: TextNetwork, texts: readonly ArrayLike<number>[]): Table {
  const h = meanVectors(texts, embedding);
  if (!delta) return h;
  const shares = meanVectors(texts, delta.left);
  for (let i = 0; i < h.rows; i++) {
    row(shares, i).forEach((share, k) => {
      addScaled(row(h, i), share, row(delta.right, k));
    });
  }
  return h;
}

/** z_i = W h_i + b for each text, shape (N, K); the first layer that a text without words has is h = 0. */
export function networkScores(network: TextNetwork, texts: readonly ArrayLike<number>[]): Table {
  return denseScores(network, pooledTexts(network, texts));
}

/** z_i = W h_i + b, shape (N, K). */
export function denseScores({ weights, bias }: Pick<TextNetwork, "weights" | "bias">, h: Table): Table {
  const scores = zeroTable(h.rows, weights.rows);
  for (let i = 0; i < h.rows; i++) {
    const [z, x] = [row(scores, i), row(h, i)];
    z.set(bias.data);
    for (let k = 0; k < z.length; k++) {
      const w = row(weights, k);
      for (let j = 0; j < x.length; j++) z[k] = (z[k] as number) + (w[j] as number) * (x[j] as number);
    }
  }
  return scores;
}
