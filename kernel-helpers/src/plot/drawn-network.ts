import type { StepTrace } from "../model/index.ts";

/** One row of a drawn table. */
export interface NetworkRow {
  readonly name: string;
  readonly numbers: readonly number[];
  /** What the row is in this example; "other": neither read nor scored, or a word that the softmax only compares with. */
  readonly role: "read" | "seen" | "noise" | "other";
  /** What its score became; none for a row that the example does not touch. */
  readonly scored?: Scored;
}

/** The score of a row and what the loss takes from it. */
export interface Scored {
  readonly score: number;
  /** ŷ of the softmax; on a path the probability of the branch taken, σ(±z); else σ(z). */
  readonly probability: number;
  /** The branch taken, or the labels of the places at which the row stands; none for the softmax. */
  readonly mark: string;
}

/** The rows of a table that are drawn, and how many are not. */
export interface NetworkTable {
  readonly rows: readonly NetworkRow[];
  readonly more: number;
  /** ŷ of the rows that are not drawn, together. */
  readonly rest?: number;
}

/** A training example on its way through the network, as what is to be drawn. */
export interface NetworkParts {
  /** 1 if the row that is read is the scores. */
  readonly tables: 1 | 2;
  readonly layer: StepTrace["layer"];
  readonly inputs: NetworkTable;
  readonly h: readonly number[];
  /** C, the number of places with an input word. */
  readonly places: number;
  readonly outputs: NetworkTable;
  readonly loss: number;
  /** The word to predict. */
  readonly target: string;
  /** The number of places with a score: words, nodes of the path, or the seen word and the noise. */
  readonly scores: number;
}
