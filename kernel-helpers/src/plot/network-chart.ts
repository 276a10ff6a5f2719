import { type Table, zeroTable } from "../base/index.ts";
import { type Example, type Model, stepTrace } from "../model/index.ts";
import { chartOfDrawings } from "./chart-of-drawings.ts";
import { describeNetwork } from "./describe-network.ts";
import { networkDrawing } from "./network-layout.ts";
import { networkParts } from "./network-parts.ts";
import { requireNetwork } from "./require-network.ts";
import type { ChartSpec } from "./spec.ts";

/** The network of a bigram model: the scores of all words that may follow word w are row w of its only table. */
export interface OneTable {
  /** The table, shape (V, V). */
  readonly input: Table;
}

/** Options of `networkChart`. */
export interface NetworkChartOptions {
  /** The words whose ids are the rows of the input table. Default: the ids. */
  readonly words?: readonly string[];
  /** Title above the chart. */
  readonly title?: string;
  /** Width of the drawing in pixels. Default: 720. */
  readonly width?: number;
}

/**
 * One training example on its way through the network of CBOW or Skip-Gram, with the numbers of `stepTrace`: the rows of
 * the input table that it reads, the hidden layer h, the rows of the output table that get a score z = u · h, and what the
 * loss takes from the scores. That is ŷ for each word; or, with a path, σ(±z), the probability of the branch d at each of
 * its nodes; or, with noise words, σ(z) of each beside its label t. Rows that the example does not touch are faint. Tables
 * of more than 12 rows are drawn in part, vectors of more than 6 numbers in colours alone. From left to right, on narrow
 * pages from top to bottom. A network of one table, such as lesson 03's, has the row that it reads as its scores.
 *
 * Changes nothing. Throws RangeError unless the tables have the same width and only finite numbers, each word of the example
 * and each node of its path has a row, and there are as many words as rows; unless a single table has as many columns and
 * an example with one input word and the softmax; and what `trainStep` throws.
 *
 * @example
 * networkChart({ input: zeroTable(2, 1), output: zeroTable(2, 1) }, { inputs: [0], target: 1 }, { words: ["yes", "no"] }).description; // "Skip-Gram or CBOW with one input word, softmax. Row of the input table that is read, which is h: yes (0). Rows of the output table: yes z 0, ŷ 0.5; no z 0, ŷ 0.5. Observed: no. The loss is 0.6931."
 */
export function networkChart(
  model: Model | OneTable,
  example: Example,
  { words, title, width = 720 }: NetworkChartOptions = {},
): ChartSpec {
  requireNetwork(model, example, words);
  const names = words ?? Array.from({ length: model.input.rows }, (_, id) => String(id));
  const whole = "output" in model ? model : withOutputs(model);
  const trace = stepTrace(whole, example, 0, { rates: 0 });
  const parts = { ...networkParts(whole, example, trace, names), tables: whole === model ? 2 : 1 } as const;
  return chartOfDrawings({ description: describeNetwork(parts), title, width }, (room) =>
    networkDrawing(parts, room),
  );
}

/** The same network with an output table that changes nothing: u_j · h is number j of h. */
function withOutputs({ input }: OneTable): Model {
  const output = zeroTable(input.rows, input.rows);
  for (let j = 0; j < input.rows; j++) output.data[j * input.rows + j] = 1;
  return { input, output };
}
