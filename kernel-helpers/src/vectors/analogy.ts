import { addScaled } from "../base/index.ts";
import { type Neighbour, neighbours } from "./neighbours.ts";
import { directionOf } from "./vector-of.ts";
import type { WordVectors } from "./word-vectors.ts";

/** What `analogy` adds and subtracts. */
export interface AnalogyOptions {
  /** Words whose directions are added: a* and b in "a is to a* as b is to ?". */
  readonly positive: readonly string[];
  /** Words whose directions are subtracted: a. */
  readonly negative?: readonly string[];
  /** Maximum number of words to return. */
  readonly count?: number;
}

/**
 * b* = argmax_w cos(w, b - a + a*), all vectors of length 1 (Mikolov et al. 2013, "Linguistic Regularities",
 * sec. 4; called 3CosAdd by Levy and Goldberg 2014a, eq. 2). The words of the question are not answers.
 * Throws RangeError for an unknown word, a word whose vector is zero, without any word, and when the sum is zero.
 */
export function analogy(
  vectors: WordVectors,
  { positive, negative = [], count = 10 }: AnalogyOptions,
): Neighbour[] {
  const words = [...positive, ...negative];
  if (words.length === 0) throw new RangeError("Cannot solve an analogy: no words were given");
  const target = new Float64Array(vectors.table.width);
  for (const word of positive) addScaled(target, 1, directionOf(vectors, word));
  for (const word of negative) addScaled(target, -1, directionOf(vectors, word));
  return neighbours(vectors, target, { count, exclude: words });
}
