import { dot, row, sigmoid, type Table } from "../../base/index.ts";
import { hierarchicalErrors } from "../../model/index.ts";
import type { HuffmanPath } from "../../vocabulary/index.ts";

/** What a node does otherwise than it should. */
export interface Factors {
  /** The probability of branch d of a node with the score z. */
  readonly factor?: (z: number, d: number) => number;
}

/** The product of the branches' probabilities on each path. */
export function probabilitiesBy(
  output: Table,
  h: Float64Array,
  tree: readonly HuffmanPath[],
  options: Factors = {},
): Float64Array {
  return joinedBy(output, h, tree, (factors) => factors.reduce((product, x) => product * x, 1), options);
}

/** What `join` makes of the branches' probabilities on each path. */
export function joinedBy(
  output: Table,
  h: Float64Array,
  tree: readonly HuffmanPath[],
  join: (factors: readonly number[]) => number,
  { factor = (z, d) => sigmoid(d === 0 ? z : -z) }: Factors = {},
): Float64Array {
  return Float64Array.from(tree, ({ points, code }) =>
    join(points.map((node, j) => factor(dot(row(output, node), h), code[j] as number))),
  );
}

/** -log p of every word, by a formula that does not overflow. */
export function lossesBy(output: Table, h: Float64Array, tree: readonly HuffmanPath[]): Float64Array {
  return Float64Array.from(tree, (path) => hierarchicalErrors(output, h, path).loss);
}
