import { dot, type Numbers, norm, row, type Table } from "../base/index.ts";
import { type CommonComponent, meanVectors, withoutComponent } from "../classify/index.ts";
import type { Vocabulary } from "../vocabulary/index.ts";
import { requireDocuments, type TextRanker } from "./text-ranker.ts";

/** Options of `vectorRanker`. */
export interface VectorRankerOptions {
  /** What each word counts in the mean, such as `sifWeights`. Default: 1. */
  readonly weights?: ArrayLike<number>;
  /** A direction that is taken out of every mean vector, see `fitCommonComponent`. */
  readonly component?: CommonComponent;
}

/**
 * Cosine of the mean word vectors of query and document. Words without a vector are left out; a text that has none left scores 0 everywhere.
 */
export function vectorRanker(
  documents: readonly (readonly string[])[],
  vocabulary: Vocabulary,
  table: Table<Numbers>,
  { weights, component }: VectorRankerOptions = {},
): TextRanker {
  requireDocuments(documents);
  const vectors = (texts: readonly (readonly string[])[]): Table => {
    const ids = texts.map((tokens) => tokens.flatMap((token) => vocabulary.ids.get(token) ?? []));
    const means = meanVectors(ids, table, weights);
    return component ? withoutComponent(means, component) : means;
  };
  const known = vectors(documents);
  return {
    documents: documents.length,
    scores(query) {
      const asked = row(vectors([query]), 0);
      return Float64Array.from(documents, (_, i) => cosine(asked, row(known, i)));
    },
  };
}

function cosine(a: Float64Array, b: Float64Array): number {
  const lengths = norm(a) * norm(b);
  return lengths > 0 ? dot(a, b) / lengths : 0;
}
