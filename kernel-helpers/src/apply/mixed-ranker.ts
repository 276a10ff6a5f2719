import type { TextRanker } from "./text-ranker.ts";

/**
 * Σ_r w_r · (score_r - mean_r) / s_r: each ranker's scores of one query are first brought to mean 0 and standard deviation 1 over the documents, since a
 * cosine and a BM25 score have different units. A ranker that gives all documents the same score counts for nothing.
 *
 * Throws RangeError for rankers of different documents and if there is not one weight for each.
 */
export function mixedRanker(rankers: readonly TextRanker[], weights: readonly number[]): TextRanker {
  const documents = rankers[0]?.documents ?? 0;
  if (rankers.length === 0 || weights.length !== rankers.length) {
    throw new RangeError(
      `Cannot mix rankers as each must have a weight: there are ${rankers.length} rankers and ${weights.length} weights`,
    );
  }
  const other = rankers.find((ranker) => ranker.documents !== documents);
  if (other) {
    throw new RangeError(
      `Cannot mix rankers as all must rank the same documents: one has ${documents} and another ${other.documents}`,
    );
  }
  return {
    documents,
    scores(query) {
      const mixed = new Float64Array(documents);
      rankers.forEach((ranker, r) => {
        standardised(ranker.scores(query)).forEach((score, i) => {
          mixed[i] = (mixed[i] as number) + (weights[r] as number) * score;
        });
      });
      return mixed;
    },
  };
}

function standardised(scores: Float64Array): Float64Array {
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const deviation = Math.sqrt(scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / scores.length);
  return scores.map((score) => (deviation > 0 ? (score - mean) / deviation : 0));
}
