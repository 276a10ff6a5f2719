import { expect } from "vitest";
import { filledTable, seededRandom, type Table } from "../base/index.ts";
import type { TextBatch } from "./network-gradients.ts";
import { type TextNetwork, type Tuning, textNetwork } from "./text-network.ts";

export const tunings: readonly Tuning[] = ["frozen", "full", "low-rank"];

/** Texts of different lengths, with a repeated word, one without any, and three classes. */
export const batch: TextBatch = { texts: [[0, 1, 1], [5], [], [2, 3, 4, 0, 5, 5]], labels: [0, 2, 1, 2] };

/** A network whose numbers are all random, so that no gradient is zero by chance. */
export function randomNetwork(tuning: Tuning, seed = 3): TextNetwork {
  const random = seededRandom(seed);
  const next = (): number => random() - 0.5;
  const network = textNetwork(filledTable(7, 5, next), { classes: 3, tuning, rank: 2, seed });
  for (const table of [network.weights, network.bias, network.delta?.left])
    table?.data.forEach((_, i, data) => {
      data[i] = next();
    });
  return network;
}

/** Expects two tables to differ by no more than `tolerance` anywhere. */
export function expectNear(found: Table, expected: Table, tolerance: number): void {
  expect([found.rows, found.width]).toEqual([expected.rows, expected.width]);
  expected.data.forEach((x, i) => {
    expect(Math.abs(found.data[i]! - x), `number ${i}: ${found.data[i]}, not ${x}`).toBeLessThanOrEqual(
      tolerance,
    );
  });
}
