import { dot } from "../../base/index.ts";
import type { Exercise } from "../../check/index.ts";
import { cosineSimilarity, type WordVectors } from "../../vectors/index.ts";
import { crowd, withNeighbour, withTwin } from "./crowd.ts";
import { rowOf } from "./row-of.ts";

type Nearest = (vectors: WordVectors, word: string, count: number) => string[];

/** The `count` words with the largest cosine to `word`, which is not one of them. */
export const nearest: Exercise<Nearest> = {
  id: "01-reading-vectors/nearest",
  points: 2,
  equation: "Mikolov et al. 2013a, §4 (nearest by cosine)",
  parameters: ["vectors", "word", "count"],
  instances: (random) => [
    [crowd(9, 3, random), "w4", 3],
    [crowd(6, 2, random), "w0", 5],
    [crowd(7, 4, random), "w6", 1],
    [crowd(3, 2, random), "w1", 10],
    [crowd(4, 2, random), "w2", 0],
    [crowd(13, 3, random), "w1", 10], // w1 is a part of the name w10
    [withTwin(crowd(8, 3, random), 1, 5), "w5", 3], // w1 has the direction of w5, and stands before it
    [withNeighbour(crowd(8, 3, random), 2, 6, random), "w0", 7], // w2 and w6 are nearly as near
    ...Array.from({ length: 8 }, (_, at): [WordVectors, string, number] => [
      crowd(9, 3, random),
      `w${at}`,
      4,
    ]),
  ],
  expected: (vectors, word, count) => ranked(vectors, word, (a, b) => cosineSimilarity(a, b)).slice(0, count),
  tolerance: 0,
  hints: [
    "Which number says how near a word is? You computed it in the previous exercise.",
    "You need that number for every word except one. How should the words then be sorted?",
    "For three words of your list, compute the cosines by hand. Do they fall from the first to the last? Is `word` among them?",
  ],
  knownMistakes: [
    {
      name: "query-returned",
      hint: "Which word is always the nearest to a given word? Is that a useful answer?",
      value: (vectors, word, count) => sorted(vectors, vectors.words, word, cosineSimilarity).slice(0, count),
    },
    {
      name: "by-dot-product",
      hint: "A long vector has large dot products with many words. Did you remove the effect of the lengths?",
      value: (vectors, word, count) => ranked(vectors, word, dot).slice(0, count),
    },
    {
      name: "farthest-first",
      hint: "Does a cosine of 1 mean near, or far? Which end of your sorted list did you take?",
      value: (vectors, word, count) =>
        ranked(vectors, word, (a, b) => -cosineSimilarity(a, b)).slice(0, count),
    },
  ],
};

/** All words except `word`, by falling `nearness` to it. */
function ranked(
  vectors: WordVectors,
  word: string,
  nearness: (a: Float64Array, b: Float64Array) => number,
): string[] {
  const others = vectors.words.filter((other) => other !== word);
  return sorted(vectors, others, word, nearness);
}

/** `words` by falling `nearness` to `word`. */
function sorted(
  vectors: WordVectors,
  words: readonly string[],
  word: string,
  nearness: (a: Float64Array, b: Float64Array) => number,
): string[] {
  const near = (other: string): number => nearness(rowOf(vectors, word), rowOf(vectors, other));
  return [...words].sort((x, y) => near(y) - near(x));
}
