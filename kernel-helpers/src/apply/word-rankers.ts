import { fitTerms, type SparseRows, termCounts, tfIdf } from "../classify/index.ts";
import { requireDocuments, type TextRanker } from "./text-ranker.ts";

/** Every document counts when terms and their document frequencies are taken: an index has no labels that could leak. */
function indexed(documents: readonly (readonly string[])[]): {
  terms: ReturnType<typeof fitTerms>;
  counts: SparseRows;
} {
  requireDocuments(documents);
  const part = { name: "train", examples: documents.map((_, i) => i) } as const;
  const terms = fitTerms(documents, part, { minDocuments: 1 });
  return { terms, counts: termCounts(documents, terms) };
}

/** Cosine of the TF-IDF rows of query and document, see `tfIdf`. Words that no document has count for nothing. */
export function tfIdfRanker(documents: readonly (readonly string[])[]): TextRanker {
  const { terms, counts } = indexed(documents);
  const rows = tfIdf(counts, terms);
  return {
    documents: documents.length,
    scores(query) {
      const dense = new Float64Array(terms.names.length);
      const asked = tfIdf(termCounts([query], terms), terms);
      asked.columns.forEach((column, at) => {
        dense[column] = asked.values[at] as number;
      });
      return Float64Array.from(documents, (_, i) =>
        sumOver(rows, i, (column, x) => x * (dense[column] as number)),
      );
    },
  };
}

/** A ranker by BM25, which also tells how much a word says. */
export interface Bm25Ranker extends TextRanker {
  /** log(1 + (N - df + 0.5) / (df + 0.5)): large for a word that few documents have, largest for one that none has. */
  weight(word: string): number;
}

/** Options of `bm25Ranker`. */
export interface Bm25Options {
  /** How soon more occurrences of a word stop to count; 0 for whether it occurs only. Default: 1.2. */
  readonly k1?: number;
  /** How much a long document is held back, 0 to 1. Default: 0.75. */
  readonly b?: number;
}

/**
 * Okapi BM25 (Robertson and Zaragoza 2009, section 3.4; idf as in Lucene, above 0): for each word of the query, repeats counted, with tf_i occurrences in document i of
 * |i| words, and the mean length m,
 *
 *   score_i = Σ log(1 + (N - df + 0.5) / (df + 0.5)) · tf_i (k1 + 1) / (tf_i + k1 (1 - b + b |i| / m))
 *
 * Throws RangeError for a k1 below 0 and a b outside 0 to 1.
 */
export function bm25Ranker(
  documents: readonly (readonly string[])[],
  { k1 = 1.2, b = 0.75 }: Bm25Options = {},
): Bm25Ranker {
  if (!(k1 >= 0 && Number.isFinite(k1) && b >= 0 && b <= 1)) {
    throw new RangeError(
      `Cannot rank documents as k1 must be >= 0 and b from 0 to 1: current values are ${k1} and ${b}`,
    );
  }
  const { terms, counts } = indexed(documents);
  const lengths = documents.map(({ length }) => length);
  const mean = lengths.reduce((sum, length) => sum + length, 0) / documents.length;
  const held = lengths.map((length) => k1 * (1 - b + (b * length) / mean));
  const weight = (word: string): number => {
    const column = terms.columns.get(word);
    const df = column === undefined ? 0 : (terms.documents[column] as number);
    return Math.log(1 + (documents.length - df + 0.5) / (df + 0.5));
  };
  return {
    documents: documents.length,
    weight,
    scores(query) {
      const weights = new Float64Array(terms.names.length);
      for (const word of query) {
        const column = terms.columns.get(word);
        if (column !== undefined) weights[column] = (weights[column] as number) + weight(word);
      }
      return Float64Array.from(documents, (_, i) =>
        sumOver(
          counts,
          i,
          (column, tf) => ((weights[column] as number) * tf * (k1 + 1)) / (tf + (held[i] as number)),
        ),
      );
    },
  };
}

function sumOver(rows: SparseRows, i: number, value: (column: number, x: number) => number): number {
  let sum = 0;
  for (let at = rows.starts[i] as number; at < (rows.starts[i + 1] as number); at++) {
    sum += value(rows.columns[at] as number, rows.values[at] as number);
  }
  return sum;
}
