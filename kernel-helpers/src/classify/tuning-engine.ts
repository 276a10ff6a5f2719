import type { Table } from "../base/index.ts";
import type { TextBatch } from "./network-gradients.ts";
import type { TextNetwork } from "./text-network.ts";

/** Tunes a network: in float64, or on a device. */
export interface TuningEngine {
  /** Update number `t`, from 1, at learning rate `alpha`. */
  step(batch: TextBatch, alpha: number, t: number): Promise<void>;
  /** z of each text, shape (N, K). */
  scores(texts: readonly ArrayLike<number>[]): Promise<Table>;
  /** Copies the numbers that training moves into `network`, which it may be made of. */
  read(network: TextNetwork): Promise<void>;
  /** Frees what the device holds. */
  close(): void;
}
