import { addScaled, dot, type Numbers, row, type Table, zeroTable } from "../base/index.ts";
import { truncatedSvd } from "../pca/index.ts";
import { type FittingPart, type Part, requireExamples, requireFitting } from "./part.ts";

/**
 * h_i = Σ_l m_il E[id_il] / Σ_l m_il: the mean vector of the words of each text, shape (N, d), and zeros for a text without words. `weights` has
 * a number for each word id; by default each word counts 1, and `sifWeights` gives frequent words less.
 */
export function meanVectors(
  texts: readonly ArrayLike<number>[],
  table: Table<Numbers>,
  weights?: ArrayLike<number>,
): Table {
  const means = zeroTable(texts.length, table.width);
  texts.forEach((ids, i) => {
    const h = row(means, i);
    for (let at = 0; at < ids.length; at++) {
      const id = ids[at] as number;
      addScaled(h, (weights?.[id] ?? 1) / ids.length, row(table, id));
    }
  });
  return means;
}

/**
 * Smooth inverse frequency (Arora, Liang and Ma 2017): a / (a + p_w) for each word, where p_w is its share of all tokens.
 *
 * @example
 * sifWeights([999, 1], { a: 0.001 })[1]; // 0.5
 */
export function sifWeights(
  counts: ArrayLike<number>,
  { a = 1e-3 }: { readonly a?: number } = {},
): Float64Array {
  let total = 0;
  for (let id = 0; id < counts.length; id++) total += counts[id] as number;
  return Float64Array.from(counts, (count) => a / (a + count / total));
}

/** The direction that the vectors of many texts share, of length 1, shape (d). */
export type CommonComponent = Float64Array;

/**
 * u, the first right singular vector of the rows of the part: the second step of Arora, Liang and Ma (2017). Throws RangeError for a test part:
 * the direction would then depend on the texts that are to judge it.
 */
export function fitCommonComponent(vectors: Table, part: FittingPart): CommonComponent {
  const action = "Cannot fit the common component";
  requireFitting(action, part);
  requireExamples(action, part, vectors.rows);
  const { right } = truncatedSvd(rowsOf(vectors, part), { components: 1 });
  return row(right, 0).slice();
}

/** x_i - (x_i · u) u for each row: a copy without the common component. */
export function withoutComponent(vectors: Table, u: CommonComponent): Table {
  const left = { ...vectors, data: vectors.data.slice() };
  for (let i = 0; i < left.rows; i++) {
    const x = row(left, i);
    addScaled(x, -dot(x, u), u);
  }
  return left;
}

function rowsOf(table: Table, { examples }: Part): Table {
  const rows = zeroTable(examples.length, table.width);
  examples.forEach((example, at) => {
    row(rows, at).set(row(table, example));
  });
  return rows;
}
