import type { Numbers, Table } from "../base/index.ts";
import type { Example } from "../model/index.ts";

/** What turns examples into updates. One interface for every engine; `describeEngine` is its contract. */
export interface Engine {
  /** Which engine this is. */
  readonly name: "reference" | "tensor";
  /**
   * Takes one example at learning rate `alpha`. An engine may hold examples back until a batch is full; the
   * promise, when there is one, ends with that batch's update.
   */
  add(example: Example, alpha: number): Promise<void> | undefined;
  /** Applies what is held back, and gives the mean loss of all examples since the last report; NaN if none. */
  report(): Promise<number>;
  /** The input vectors now, shape (V, d), a copy. */
  inputTable(): Promise<Table<Float32Array>>;
  /** Everything that the engine knows, a copy; applies nothing that is held back. */
  state(): Promise<EngineState>;
  /** Becomes the engine whose state this was, bit for bit. The tables must have the same shapes. */
  restore(state: EngineState): void;
  /** Releases what the engine holds; it cannot be used afterwards. */
  close(): void;
}

/** An engine, written down. */
export interface EngineState {
  /** Updates done. */
  readonly updates: number;
  /** "input", "output" and the optimiser's slots, shape (V, d): float64 of the reference engine, else float32. */
  readonly tables: Readonly<Record<string, Table<Numbers>>>;
  /** Examples that wait for their batch to be full. */
  readonly held: readonly Example[];
  /** Σ of the learning rates of those. */
  readonly alphaSum: number;
  /** Σ of the losses since the last report. */
  readonly lossSum: number;
  /** Examples in that sum. */
  readonly examples: number;
}
