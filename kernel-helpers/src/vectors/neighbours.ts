import { dot, type Numbers, norm, optionName, requireInteger, row } from "../base/index.ts";
import { unit } from "./cosine-similarity.ts";
import { directionOf, idOf, vectorOf } from "./vector-of.ts";
import type { WordVectors } from "./word-vectors.ts";

/** A word and its cosine similarity to the word or vector asked for. */
export interface Neighbour {
  /** The word that was found. */
  readonly word: string;
  /** cos of the angle between the two vectors: 1 for the same direction, -1 for the opposite one. */
  readonly cosine: number;
  /** The same as `cosine`, for cells written before version 0.2; not among the columns of a table. */
  readonly similarity: number;
}

/** Options of `neighbours`. */
export interface NeighbourOptions {
  /** Maximum number of words to return. */
  readonly count?: number;
  /** Known words to leave out, besides the word asked for. */
  readonly exclude?: readonly string[];
}

/**
 * The words with the largest cosine similarity to a word or to a vector of shape (d), largest first, ties
 * by id. A word is not its own neighbour. Words whose vector is zero have no direction and are left out.
 * Throws RangeError for an unknown word, a zero vector, another length than d, a count below 1, and if the vector of any
 * word is not finite, since no order of the words would be right.
 */
export function neighbours(
  vectors: WordVectors,
  wordOrVector: string | Numbers,
  { count = 10, exclude = [] }: NeighbourOptions = {},
): Neighbour[] {
  requireInteger("Cannot look for neighbours", { count }, 1);
  const left = new Set(exclude.map((word) => idOf(vectors, word)));
  if (typeof wordOrVector === "string") left.add(idOf(vectors, wordOrVector));
  const query = typeof wordOrVector === "string" ? vectorOf(vectors, wordOrVector) : wordOrVector;
  if (query.length !== vectors.table.width) {
    throw new RangeError(
      `Cannot look for neighbours: the vector has ${query.length} numbers, and these vectors have ${vectors.table.width}`,
    );
  }
  const direction = typeof wordOrVector === "string" ? directionOf(vectors, wordOrVector) : unit(query);
  let best: Found[] = [];
  let least = Number.NEGATIVE_INFINITY; // a smaller cosine is not among the best
  vectors.words.forEach((word, id) => {
    const v = row(vectors.table, id); // (d)
    const length = norm(v);
    if (!Number.isFinite(length)) throw notFinite(word);
    if (length === 0 || left.has(id)) return;
    const cosine = dot(v, direction) / length;
    if (cosine <= least) return;
    best.push({ word, cosine });
    if (best.length < 2 * count + SPARE) return;
    best = largest(best, count); // now and then, so that millions of words take no memory here
    least = (best.at(-1) as Found).cosine;
  });
  return largest(best, count).map(
    (found) => Object.defineProperty(found, "similarity", { value: found.cosine }) as Neighbour,
  );
}

type Found = Omit<Neighbour, "similarity">;

const SPARE = 1000;

/** The `count` largest, in falling order, ties in the given order. Sorts `found`. */
function largest(found: Found[], count: number): Found[] {
  return found.sort((a, b) => b.cosine - a.cosine).slice(0, count);
}

function notFinite(word: string): RangeError {
  return new RangeError(
    `Cannot look for neighbours as each number must be finite: the vector of ${JSON.stringify(word)} has NaN or Infinity. ` +
      `Remedy: train with a smaller ${optionName("alpha")} or ${optionName("batchSize")}`,
  );
}
