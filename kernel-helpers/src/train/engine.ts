import type { Numbers, Table } from "../base/index.ts";
import type { Example } from "../model/index.ts";

/** The name of an engine. */
export type EngineName = "reference" | "tensor" | "simd";

/** Turns examples into updates. The engines that take examples share this interface; `describeEngine` tests it. */
export interface Engine {
  /** Which engine this is. */
  readonly name: "reference" | "tensor";
  /**
   * Takes one example at learning rate `alpha`. An engine may hold examples back until a batch is full; if it returns a
   * promise, that resolves after the batch's update.
   */
  add(example: Example, alpha: number): Promise<void> | undefined;
  /**
   * Applies what is held back, and returns the mean loss of all examples since the last report; NaN if there were none.
   */
  report(): Promise<number>;
  /** The input vectors now, shape (V, d), a copy. */
  inputTable(): Promise<Table<Float32Array>>;
  /** A copy of the whole state of the engine; does not apply what is held back. */
  state(): Promise<EngineState>;
  /** Takes over a saved state, bit for bit. The tables must have the same shapes. */
  restore(state: EngineState): void;
  /** Releases what the engine holds; it cannot be used afterwards. */
  close(): void;
}

/** The saved state of an engine. */
export interface EngineState {
  /** Updates done. */
  readonly updates: number;
  /** "input", "output" and the optimiser's slots, shape (V, d): float64 for the reference engine, otherwise float32. */
  readonly tables: Readonly<Record<string, Table<Numbers>>>;
  /** Examples waiting for their batch to fill up. */
  readonly held: readonly Example[];
  /** Σ of the learning rates of the examples held. */
  readonly alphaSum: number;
  /** Σ of the losses since the last report. */
  readonly lossSum: number;
  /** Number of examples in that sum. */
  readonly examples: number;
}
