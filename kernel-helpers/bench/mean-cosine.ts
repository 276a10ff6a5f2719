import { cosineSimilarity, vectorOf, type WordVectors } from "kernel-helpers";

/**
 * The mean cosine of 40 words that have nothing to do with each other, the words 101 to 140. A high one says that the
 * training stopped early: in its first steps all vectors move the same way.
 */
export function meanCosine(vectors: WordVectors): number {
  const some = vectors.words.slice(100, 140);
  const cosines = some.flatMap((one, i) =>
    some.slice(i + 1).map((other) => cosineSimilarity(vectorOf(vectors, one), vectorOf(vectors, other))),
  );
  return cosines.reduce((sum, x) => sum + x, 0) / cosines.length;
}
