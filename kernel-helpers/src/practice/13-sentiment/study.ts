import type { Table } from "../../base/index.ts";

/** A file of texts with labels. */
export interface LabelledCorpus {
  /** What the file is called. */
  readonly name: string;
  /** Word ids of each text, from 1. */
  readonly texts: readonly (readonly number[])[];
  /** The class of each text; in some files, a tag for each word of it. */
  readonly labels: readonly (string | readonly string[])[];
}

/** What the wrong pipeline of lesson 13 starts from. All files have the same number of texts. */
export interface Study {
  /** The files that were found; one of them has a class for each text. */
  readonly corpora: readonly LabelledCorpus[];
  /** The names of the K classes, in their order. */
  readonly classes: readonly string[];
  /** E, shape (V, d): row 0 is that of the padding, and it is not zero. */
  readonly table: Table;
  /** W as training left it after each epoch, each of shape (K, d). */
  readonly heads: readonly Table[];
  /** Numbers of the texts that are fitted. */
  readonly train: readonly number[];
  /** Numbers of those by which choices are made. */
  readonly validation: readonly number[];
  /** Numbers of those that judge. */
  readonly test: readonly number[];
}

/** What a pipeline reports. */
export interface StudyReport {
  /** The file that it used. */
  readonly corpus: string;
  /** Class of each text, 0 to K - 1. */
  readonly labels: readonly number[];
  /** The ids of its vocabulary, in rising order. */
  readonly words: readonly number[];
  /** Mean vector of each text, shape (N, d). */
  readonly h: Table;
  /** The epoch whose W it keeps, from 1. */
  readonly epoch: number;
  /** z = W h with that W, shape (N, K). */
  readonly scores: Table;
  /** Class that each text is taken for. */
  readonly predicted: readonly number[];
  /** The number in the headline. */
  readonly accuracy: number;
}
