import {
  filledTable,
  type Random,
  requireInteger,
  seededRandom,
  type Table,
  zeroTable,
} from "../base/index.ts";

/** The two tables of a Word2Vec model. Each word has an input vector v_w and an output vector u_w. */
export interface Model {
  /** Input vectors v_w, shape (V, d). These become the word vectors. */
  readonly input: Table;
  /** Output vectors u_w, shape (V, d). */
  readonly output: Table;
}

/** Options of `createModel`. */
export interface ModelOptions {
  /** Dimension d of a vector. Default: 100. */
  readonly vectorSize?: number;
  /** Seed of the random start. Default: 1. */
  readonly seed?: number;
}

/**
 * A model at its start, as in word2vec.c: input vectors uniform in (-1/(2d), 1/(2d)), output vectors zero.
 * Throws RangeError unless `vocabularySize` and `vectorSize` are whole numbers >= 1.
 */
export function createModel(
  vocabularySize: number,
  { vectorSize = 100, seed = 1 }: ModelOptions = {},
): Model {
  requireInteger("Cannot create a model", { vocabularySize, vectorSize }, 1);
  return {
    input: filledTable(vocabularySize, vectorSize, startNumbers({ vectorSize, seed })),
    output: zeroTable(vocabularySize, vectorSize),
  };
}

/** The numbers of the input table at its start, row by row: uniform in (-1/(2d), 1/(2d)). */
export function startNumbers({ vectorSize, seed }: Required<ModelOptions>): Random {
  const random = seededRandom(seed);
  return () => (random() - 0.5) / vectorSize;
}
