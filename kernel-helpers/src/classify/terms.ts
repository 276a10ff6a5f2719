import { norm, requireInteger } from "../base/index.ts";
import { type FittingPart, requireExamples, requireFitting } from "./part.ts";
import { type SparseRows, sparseRows } from "./sparse-rows.ts";

/** The terms of a bag of words: single tokens, or runs of tokens. */
export interface Terms {
  /** column -> term; the tokens of a run are joined by a space. */
  readonly names: readonly string[];
  /** term -> column */
  readonly columns: ReadonlyMap<string, number>;
  /** column -> texts of the part, on which the terms were fitted, that contain the term. */
  readonly documents: Uint32Array;
  /** Texts of that part. */
  readonly texts: number;
  /** Largest number of tokens in a run. */
  readonly longest: number;
}

/** Options of `fitTerms`. */
export interface TermOptions {
  /** Runs of up to this many tokens are terms: 2 for single tokens and pairs. Default: 1. */
  readonly longest?: number;
  /** Texts that a term must occur in. Default: 2. */
  readonly minDocuments?: number;
}

/**
 * The terms that occur in at least `minDocuments` texts of the part, the frequent ones first, equally frequent ones by their first
 * occurrence. Throws RangeError for a test part: terms that only test texts have must not get a column.
 */
export function fitTerms(
  texts: readonly (readonly string[])[],
  part: FittingPart,
  { longest = 1, minDocuments = 2 }: TermOptions = {},
): Terms {
  const action = "Cannot fit the terms";
  requireFitting(action, part);
  requireInteger(action, { longest, minDocuments }, 1);
  requireExamples(action, part, texts.length);
  const found = new Map<string, number>();
  for (const example of part.examples) {
    for (const term of new Set(termsOf(texts[example] as readonly string[], longest))) {
      found.set(term, (found.get(term) ?? 0) + 1);
    }
  }
  const kept = [...found].filter(([, documents]) => documents >= minDocuments).sort(([, a], [, b]) => b - a);
  return {
    names: kept.map(([name]) => name),
    columns: new Map(kept.map(([name], column) => [name, column])),
    documents: Uint32Array.from(kept, ([, documents]) => documents),
    texts: part.examples.length,
    longest,
  };
}

/** How often each term occurs in each text, shape (N, V); what is no term is left out. */
export function termCounts(texts: readonly (readonly string[])[], terms: Terms): SparseRows {
  const rows = texts.map((tokens) => {
    const counts = new Map<number, number>();
    for (const term of termsOf(tokens, terms.longest)) {
      const column = terms.columns.get(term);
      if (column !== undefined) counts.set(column, (counts.get(column) ?? 0) + 1);
    }
    return counts;
  });
  return sparseRows(rows, terms.names.length);
}

/**
 * TF-IDF with rows of length 1, as scikit-learn's TfidfVectorizer has it: with n texts of the fitted part, of which df_t contain term t,
 *
 *   idf_t = log((1 + n) / (1 + df_t)) + 1,   x_it = tf_it idf_t / |row i|
 *
 * where tf is the count or, with `sublinear`, 1 + log(count). A text without terms stays a row of zeros. Does not change `counts`.
 */
export function tfIdf(
  counts: SparseRows,
  { documents, texts }: Terms,
  { sublinear = false }: { readonly sublinear?: boolean } = {},
): SparseRows {
  const idf = Float64Array.from(documents, (df) => Math.log((1 + texts) / (1 + df)) + 1);
  const values = counts.values.map((count, at) => {
    const tf = sublinear ? 1 + Math.log(count) : count;
    return tf * (idf[counts.columns[at] as number] as number);
  });
  for (let i = 0; i < counts.rows; i++) {
    const row = values.subarray(counts.starts[i], counts.starts[i + 1]);
    const length = norm(row);
    if (length > 0)
      row.forEach((value, at) => {
        row[at] = value / length;
      });
  }
  return { ...counts, values };
}

/** Every run of 1 to `longest` tokens of a text, in order. */
function termsOf(tokens: readonly string[], longest: number): string[] {
  const terms = [...tokens];
  for (let length = 2; length <= longest; length++) {
    for (let at = 0; at + length <= tokens.length; at++) terms.push(tokens.slice(at, at + length).join(" "));
  }
  return terms;
}
