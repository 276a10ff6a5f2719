import { type Table, zeroTable } from "../base/index.ts";
import type { RowGradients } from "../model/index.ts";
import { lazyAdamRows, type Moments } from "../optimize/index.ts";
import { type NetworkGradients, networkGradients, type TextBatch } from "./network-gradients.ts";
import type { TextNetwork } from "./text-network.ts";

/** Tunes a network batch by batch in float64. */
export interface NetworkOptimizer {
  /** Update number `t`, from 1: moves the network in place and returns the mean loss before. */
  step(batch: TextBatch, alpha: number, t: number): number;
}

/**
 * Adam for every number that the tuning moves, see `lazyAdamRows`: the rows of E or A that a batch does not use stay as they are, bit for bit, and
 * so does all of E when it is frozen or has a delta.
 */
export function networkOptimizer(network: TextNetwork): NetworkOptimizer {
  const moments = new Map<Table, Moments<Table>>();
  function move(table: Table, gradients: RowGradients, alpha: number, t: number): void {
    let known = moments.get(table);
    if (!known) {
      known = { mean: zeroTable(table.rows, table.width), square: zeroTable(table.rows, table.width) };
      moments.set(table, known);
    }
    lazyAdamRows(table, known, gradients, alpha, t);
  }
  return {
    step(batch, alpha, t) {
      const gradients = networkGradients(network, batch);
      for (const [table, rows] of movedTables(network, gradients)) move(table, rows, alpha, t);
      return gradients.loss;
    },
  };
}

/** Each table that the gradients move, with them. */
function movedTables(network: TextNetwork, gradients: NetworkGradients): [Table, RowGradients][] {
  const { weights, bias, embedding, left, right } = gradients;
  const { delta } = network;
  return [
    [network.weights, everyRow(weights)],
    [network.bias, everyRow(bias)],
    ...(embedding ? [[network.embedding, embedding] as [Table, RowGradients]] : []),
    ...(delta && left ? [[delta.left, left] as [Table, RowGradients]] : []),
    ...(delta && right ? [[delta.right, everyRow(right)] as [Table, RowGradients]] : []),
  ];
}

function everyRow(rows: Table): RowGradients {
  return {
    ids: Array.from({ length: rows.rows }, (_, i) => i),
    weights: new Float64Array(rows.rows).fill(1),
    rows,
  };
}
