import {
  addScaled,
  copyTable,
  dot,
  row,
  sigmoid,
  softplus,
  type Table,
  zeroTable,
} from "../../base/index.ts";
import type { Model } from "../../model/index.ts";

/** A step on a window of context words (`inputs`) and the center with its noise words (`outputs`). */
export type WindowStep = (
  model: Model,
  inputs: readonly number[],
  /** The center first, with label 1, then the noise words, with label 0. */
  outputs: readonly number[],
  alpha: number,
) => number;

/** What `windowBy` can do differently from the right step. */
export interface WindowByOptions {
  /** The label of output j with input i. Default: 1 for the first output. */
  readonly label?: (j: number, i: number) => number;
  /** The label that the loss uses. Default: 1 for the first output. */
  readonly lossLabel?: (j: number, i: number) => number;
  /** What the moves of both tables are multiplied by. Default: 1. */
  readonly factor?: number;
  /** The table whose moves are made of rows of the other one that have already moved. Default: neither. */
  readonly late?: "inputs" | "outputs";
  /** The table that moves alone. Default: both move. */
  readonly only?: "inputs" | "outputs";
  /** If true, a row that comes several times keeps only its last move. */
  readonly keepLast?: boolean;
}

const isCenter = (j: number): number => (j === 0 ? 1 : 0);

/** One step, in place: z_ij = v_i · u_j, e_ij = σ(z_ij) - t_j; returns the summed loss before it. */
export function windowBy(
  model: Model,
  inputs: readonly number[],
  outputs: readonly number[],
  alpha: number,
  { label = isCenter, lossLabel = isCenter, factor = 1, late, only, keepLast = false }: WindowByOptions = {},
): number {
  const before = { input: copyTable(model.input), output: copyTable(model.output) };
  let loss = 0;
  const errors = inputs.map((input, i) =>
    outputs.map((output, j) => {
      const z = dot(row(before.input, input), row(before.output, output));
      loss += softplus(z) - lossLabel(j, i) * z;
      return sigmoid(z) - label(j, i);
    }),
  );
  const moveInputs = (from: Table): void => {
    const moves = inputs.map((_, i) => sumOf(errors[i] as number[], outputs, from));
    addRows(model.input, inputs, moves, { scale: -alpha * factor, keepLast });
  };
  const moveOutputs = (from: Table): void => {
    const moves = outputs.map((_, j) =>
      sumOf(
        errors.map((row) => row[j] as number),
        inputs,
        from,
      ),
    );
    addRows(model.output, outputs, moves, { scale: -alpha * factor, keepLast });
  };
  if (only !== "outputs" && late !== "inputs") moveInputs(before.output);
  if (only !== "inputs") moveOutputs(late === "outputs" ? model.input : before.input);
  if (late === "inputs") moveInputs(model.output);
  return loss;
}

/** A wrong step: the pairs one after the other, each with the rows that the pair before it has moved. */
export function pairByPair(
  model: Model,
  inputs: readonly number[],
  outputs: readonly number[],
  alpha: number,
): number {
  return inputs.reduce((loss, input) => loss + windowBy(model, [input], outputs, alpha), 0);
}

/** Σ_k errors[k] · row(from, words[k]), shape (d). */
function sumOf(errors: readonly number[], words: readonly number[], from: Table): Float64Array {
  const sum = new Float64Array(from.width);
  words.forEach((word, k) => {
    addScaled(sum, errors[k] as number, row(from, word));
  });
  return sum;
}

function addRows(
  table: Table,
  words: readonly number[],
  moves: readonly Float64Array[],
  { scale, keepLast }: { readonly scale: number; readonly keepLast: boolean },
): void {
  const total = zeroTable(table.rows, table.width);
  words.forEach((word, k) => {
    if (keepLast) row(total, word).fill(0);
    addScaled(row(total, word), 1, moves[k] as Float64Array);
  });
  addScaled(table.data, scale, total.data);
}
