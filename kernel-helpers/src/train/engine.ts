import type { Table } from "../base/index.ts";
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
  /** Releases what the engine holds; it cannot be used afterwards. */
  close(): void;
}
