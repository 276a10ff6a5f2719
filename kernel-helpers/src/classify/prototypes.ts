import { dot, type Numbers, norm, row, type Table, zeroTable } from "../base/index.ts";
import { meanVectors } from "./mean-vectors.ts";

/**
 * Zero-shot classification: no labelled text is used. Each class is given by some words that name it, such as "good" and "wonderful"; its prototype
 * is the mean of their vectors, each of length 1, and a text's score for the class is the cosine of its mean vector and the prototype. A text
 * without words has the score 0 everywhere. Shape (N, K). Throws RangeError for a class without words.
 */
export function prototypeScores(
  texts: readonly ArrayLike<number>[],
  table: Table<Numbers>,
  classes: readonly (readonly number[])[],
): Table {
  const prototypes = classes.map((ids, k) => {
    if (ids.length === 0) {
      throw new RangeError(
        `Cannot make a prototype as each class must have a word with a vector: class ${k} has none`,
      );
    }
    const mean = new Float64Array(table.width);
    for (const id of ids) {
      const vector = row(table, id);
      const length = norm(vector);
      vector.forEach((x: number, i: number) => {
        mean[i] = (mean[i] as number) + x / length;
      });
    }
    return mean;
  });
  const h = meanVectors(texts, table);
  const scores = zeroTable(h.rows, classes.length);
  for (let i = 0; i < h.rows; i++) {
    const text = row(h, i);
    const length = norm(text);
    if (length > 0)
      row(scores, i).set(prototypes.map((prototype) => dot(text, prototype) / (length * norm(prototype))));
  }
  return scores;
}
