import { type Example, type Model, stepTrace } from "../model/index.ts";
import { describeNetwork } from "./describe-network.ts";
import { drawnChart } from "./drawn-chart.ts";
import { networkDrawing } from "./network-layout.ts";
import { networkParts } from "./network-parts.ts";
import { requireNetwork } from "./require-network.ts";
import type { ChartSpec } from "./spec.ts";

/** Options of `networkChart`. */
export interface NetworkChartOptions {
  /** The words whose ids are the rows of the input table. Default: the ids. */
  readonly words?: readonly string[];
  /** Title above the chart. */
  readonly title?: string;
  /** Width of the drawing in pixels. Default: 640. */
  readonly width?: number;
}

/**
 * One training example on its way through the network of CBOW or Skip-Gram, with the numbers of `stepTrace`: the rows of
 * the input table that it reads, the hidden layer h, the rows of the output table that get a score z = u · h, and what the
 * loss takes from the scores. That is ŷ for each word; or, with a path, σ(±z), the probability of the branch d at each of
 * its nodes; or, with noise words, σ(z) of each beside its label t. Rows that the example does not touch are faint. Tables
 * of more than 12 rows are drawn in part, vectors of more than 6 numbers in colours alone. From left to right, on narrow
 * pages from top to bottom.
 *
 * Changes nothing. Throws RangeError unless the tables have the same width and only finite numbers, each word of the example
 * and each node of its path has a row, and there are as many words as rows; and what `trainStep` throws.
 *
 * @example
 * const table = { rows: 2, width: 1, data: new Float64Array([0, 0]) };
 * networkChart({ input: table, output: table }, { inputs: [0], target: 1 }, { words: ["yes", "no"] }).description; // "Skip-Gram or CBOW with one input word, softmax. Row of the input table that is read, which is h: yes (0). Rows of the output table: yes z 0, ŷ 0.5; no z 0, ŷ 0.5. Observed: no. The loss is 0.6931."
 */
export function networkChart(
  model: Model,
  example: Example,
  { words, title, width = 640 }: NetworkChartOptions = {},
): ChartSpec {
  requireNetwork(model, example, words);
  const names = words ?? Array.from({ length: model.input.rows }, (_, id) => String(id));
  const parts = networkParts(model, example, stepTrace(model, example, 0, { rates: 0 }), names);
  return drawnChart({ description: describeNetwork(parts), title, width }, (room) =>
    networkDrawing(parts, room),
  );
}
