import { dot, row, sigmoid, softplus, type Table } from "../base/index.ts";
import type { HuffmanPath } from "../vocabulary/index.ts";
import type { OutputErrors } from "./output-errors.ts";

/**
 * Hierarchical softmax: the word's probability is the product of the branches on its path, and its logarithm takes L
 * scores instead of V   (Morin and Bengio 2005; Mikolov et al. 2013b, eq. 3; Rong 2014, section 3.1):
 *
 *   L = -Σ_j log σ((1 - 2 d_j) z_j),   z_j = u_n(j) · h,   e_j = σ(z_j) - (1 - d_j)
 *
 * The sign is word2vec.c's: branch d_j = 0 has probability σ(z_j), branch 1 has σ(-z_j) = 1 - σ(z_j). `points` are the
 * nodes n(j), rows of `output`; the V - 1 inner nodes of the tree need V - 1 of its rows, so the last row is unused.
 * Derived in lesson 06.
 */
export function hierarchicalErrors(
  output: Table,
  h: Float64Array,
  { points, code }: HuffmanPath,
): OutputErrors {
  const errors = new Float64Array(points.length);
  let loss = 0;
  points.forEach((node, j) => {
    const score = dot(row(output, node), h);
    const label = 1 - (code[j] as number);
    loss += softplus(label === 1 ? -score : score); // -log σ(±score)
    errors[j] = sigmoid(score) - label;
  });
  return { loss, words: points, errors };
}
