/** The arguments, and what may be computed in another way. */
interface Parts {
  readonly documents: readonly (readonly string[])[];
  readonly query: readonly string[];
  readonly k1: number;
  readonly b: number;
  readonly idf?: (N: number, df: number) => number;
  /** How many documents have the word. */
  readonly frequency?: (word: string) => number;
  readonly lengthOf?: (document: readonly string[]) => number;
  /** What stands in the place of 1 - b + b |i| / m. */
  readonly held?: (length: number, mean: number) => number;
  /** What stands in the place of tf (k1 + 1) / (tf + k1 held). */
  readonly weight?: (tf: number, held: number) => number;
  /** m, from the sum of the lengths. */
  readonly meanOf?: (total: number, N: number) => number;
}

/** BM25's idf as Lucene has it. */
export function idfOf(N: number, df: number): number {
  return Math.log(1 + (N - df + 0.5) / (df + 0.5));
}

/** The score of each document; what is given besides the arguments makes a known mistake. */
export function scoresBy({
  documents,
  query,
  k1,
  b,
  idf = idfOf,
  frequency = (word) => documents.filter((document) => document.includes(word)).length,
  lengthOf = (document) => document.length,
  held = (length, mean) => 1 - b + (b * length) / mean,
  weight = (tf, h) => (tf * (k1 + 1)) / (tf + k1 * h),
  meanOf = (total, N) => total / N,
}: Parts): Float64Array {
  const N = documents.length;
  const mean = meanOf(
    documents.reduce((sum, document) => sum + lengthOf(document), 0),
    N,
  );
  return Float64Array.from(documents, (document) => {
    const h = held(lengthOf(document), mean);
    return query.reduce((sum, word) => {
      const tf = document.filter((other) => other === word).length;
      return tf === 0 ? sum : sum + idf(N, frequency(word)) * weight(tf, h);
    }, 0);
  });
}
