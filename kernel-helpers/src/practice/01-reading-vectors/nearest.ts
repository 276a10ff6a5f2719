import { dot } from "../../base/index.ts";
import type { Exercise } from "../../check/index.ts";
import { cosineSimilarity, type WordVectors } from "../../vectors/index.ts";
import { crowd } from "./crowd.ts";
import { rowOf } from "./row-of.ts";

type Nearest = (vectors: WordVectors, word: string, count: number) => string[];

/** The words whose vectors have the largest cosine with the word's own; the word itself is not among them. */
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
    ...Array.from({ length: 8 }, (_, at): [WordVectors, string, number] => [
      crowd(9, 3, random),
      `w${at}`,
      4,
    ]),
  ],
  expected: (vectors, word, count) => ranked(vectors, word, (a, b) => cosineSimilarity(a, b)).slice(0, count),
  tolerance: 0,
  hints: [
    "Which number tells how near a word is? You wrote it in the exercise before.",
    "For every word but one you need that number. In which order should they then stand?",
    "vectors.words.filter(…) leaves a word out, .sort((x, y) => …) orders; what does .slice(0, count) do?",
  ],
  knownMistakes: [
    {
      name: "query-returned",
      hint: "Which word is always the nearest to a word? Is that an answer anybody wants?",
      value: (vectors, word, count) => {
        const others = ranked(vectors, word, (a, b) => cosineSimilarity(a, b));
        return [word, ...others].slice(0, count);
      },
    },
    {
      name: "by-dot-product",
      hint: "A long vector has large dot products with many words. Did you take the lengths out?",
      value: (vectors, word, count) => ranked(vectors, word, dot).slice(0, count),
    },
    {
      name: "farthest-first",
      hint: "Is a cosine of 1 near or far? Which end of your order did you take?",
      value: (vectors, word, count) =>
        ranked(vectors, word, (a, b) => -cosineSimilarity(a, b)).slice(0, count),
    },
  ],
};

/** All words but `word` by falling `nearness` to it. */
function ranked(
  vectors: WordVectors,
  word: string,
  nearness: (a: Float64Array, b: Float64Array) => number,
): string[] {
  const near = (other: string): number => nearness(rowOf(vectors, word), rowOf(vectors, other));
  return vectors.words.filter((other) => other !== word).sort((x, y) => near(y) - near(x));
}
