import type { EngineName } from "./engine.ts";
import type { Settings } from "./options.ts";
import type { LoopState } from "./train-loop.ts";

/** The version of the contents of a checkpoint; other versions are rejected. */
export const checkpointVersion = 1;

/** The words that a training learned, in the form of a file. */
export interface TrainedWords {
  /** id -> word, shape (V). */
  readonly words: readonly string[];
  /** id -> occurrences, shape (V); those in earlier texts count too. */
  readonly counts: readonly number[];
  /** The counts before this text of the words that an earlier training brought, which come first; [] without one. */
  readonly earlier: readonly number[];
}

/** A paused training as plain data. `encodeCheckpoint` turns it into bytes. */
export interface Checkpoint extends LoopState {
  /** The version of this record. */
  readonly version: number;
  /** Which engine trained: another engine would continue with different numbers. */
  readonly by: EngineName;
  /** What rounds differently: TensorFlow.js' name of the backend, the binary of the simd engine, "" for the reference engine. */
  readonly backend: string;
  /** All options of the training. */
  readonly settings: Settings;
  /** Identifies the corpus, see `fingerprint`. */
  readonly corpus: string;
  /** The words, for `continueTraining`; undefined in checkpoints that were written before it was there. */
  readonly vocabulary?: TrainedWords;
}
