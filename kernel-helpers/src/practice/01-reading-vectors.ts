import { dot, norm, type Random, row, tableFromRows } from "../base/index.ts";
import type { Exercise } from "../check/index.ts";
import { cosineSimilarity, type WordVectors, wordVectors } from "../vectors/index.ts";
import { randomTable, randomVector } from "./random-inputs.ts";

type Cosine = (a: Float64Array, b: Float64Array) => number;
type Nearest = (vectors: WordVectors, word: string, count: number) => string[];
type Analogy = (vectors: WordVectors, a: string, b: string, c: string) => string;

/** cos(a, b) = a · b / (|a| |b|). */
const cosine: Exercise<Cosine> = {
  id: "01-reading-vectors/cosine",
  points: 2,
  equation: "Salton and McGill 1983, cosine coefficient; from the law of cosines",
  parameters: ["a", "b"],
  instances: (random) => [
    [Float64Array.of(3, 4), Float64Array.of(4, 3)],
    [Float64Array.of(1, 0), Float64Array.of(-2, 0)],
    [randomVector(5, random), randomVector(5, random)],
    [randomVector(3, random).map((x) => 1000 * x), randomVector(3, random)],
    [Float64Array.of(2), Float64Array.of(7)],
    [Float64Array.of(0, 0), Float64Array.of(1, 2)],
  ],
  expected: cosineSimilarity,
  tolerance: 1e-9,
  hints: [
    "Which three numbers does the formula need: one from both vectors together, one from each alone?",
    "How long is a vector, in terms of its dot product with itself?",
    "What should happen when a length is zero, so that there is nothing to divide by?",
  ],
  nearMisses: [
    {
      name: "unnormalised",
      hint: "Multiply a by 10: should it then be more similar to b than before?",
      value: (a, b) => dot(a, b),
    },
    {
      name: "one-length-only",
      hint: "You divide by one length. What happens to your number when the other vector doubles?",
      value: (a, b) => dot(a, b) / norm(a),
    },
    {
      name: "other-length-only",
      hint: "You divide by one length. What happens to your number when the other vector doubles?",
      value: (a, b) => dot(a, b) / norm(b),
    },
    {
      name: "number-for-zero",
      hint: "Which angle has a cosine of 0? Does a vector without a direction have that angle?",
      value: (a, b) => (dot(a, a) === 0 || dot(b, b) === 0 ? 0 : cosineSimilarity(a, b)),
    },
    {
      name: "squared-lengths",
      hint: "Is cos(a, a) equal to 1 by your formula for a = (3, 4)? Is a · a the length, or its square?",
      value: (a, b) => dot(a, b) / (dot(a, a) * dot(b, b)),
    },
    {
      name: "distance",
      hint: "Your number grows when the vectors move apart. Should a similarity do that?",
      value: (a, b) => norm(a.map((x, i) => x - (b[i] as number))),
    },
    {
      name: "nan-for-zero",
      hint: "What does 0 / 0 give, and who will notice it: you, or somebody three cells later?",
      value: (a, b) => dot(a, b) / (norm(a) * norm(b)),
    },
  ],
};

/** The words whose vectors have the largest cosine with the word's own; the word itself is not among them. */
const nearest: Exercise<Nearest> = {
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
  nearMisses: [
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

/** The word d with the largest cosine between v_d and v̂_b - v̂_a + v̂_c, none of a, b, c. */
const analogy: Exercise<Analogy> = {
  id: "01-reading-vectors/analogy",
  points: 3,
  equation: "Mikolov et al. 2013c, §4 (vector offset); Levy and Goldberg 2014, 3CosAdd",
  parameters: ["vectors", "a", "b", "c"],
  instances: (random) =>
    Array.from({ length: 24 }, (_, at) => [
      crowd(12, 3, random),
      `w${at % 6}`,
      `w${(at % 6) + 1}`,
      `w${(at % 6) + 5}`,
    ]),
  expected: (vectors, a, b, c) => best(vectors, offset(vectors, [-1, 1, 1], [a, b, c], true), [a, b, c]),
  tolerance: 0,
  hints: [
    "a is to b as c is to …: what do you add to a to get to b? And where do you start with that step?",
    "Divide each of the three vectors by its length first. Why would a long vector decide alone otherwise?",
    "Which three words must not be the answer, even when they are the nearest?",
  ],
  nearMisses: [
    {
      name: "question-answered-by-itself",
      hint: "Is your answer one of the three words of the question? Which words must be left out?",
      value: (vectors, a, b, c) => best(vectors, offset(vectors, [-1, 1, 1], [a, b, c], true), []),
    },
    {
      name: "offset-reversed",
      hint: "Draw the arrow from a to b. Does your formula walk along it, or back?",
      value: (vectors, a, b, c) => best(vectors, offset(vectors, [1, -1, 1], [a, b, c], true), [a, b, c]),
    },
    {
      name: "lengths-kept",
      hint: "If |v_b| is ten times |v_c|, how much say has c in your sum? What should each word have?",
      value: (vectors, a, b, c) => best(vectors, offset(vectors, [-1, 1, 1], [a, b, c], false), [a, b, c]),
    },
  ],
};

/** The exercises of chapter 01 by their ids. */
export const readingVectors: {
  readonly "01-reading-vectors/cosine": Exercise<Cosine>;
  readonly "01-reading-vectors/nearest": Exercise<Nearest>;
  readonly "01-reading-vectors/analogy": Exercise<Analogy>;
} = {
  "01-reading-vectors/cosine": cosine,
  "01-reading-vectors/nearest": nearest,
  "01-reading-vectors/analogy": analogy,
};

/** Words w0, w1, … with vectors of very different lengths, so that cosine and dot product disagree. */
function crowd(words: number, width: number, random: Random): WordVectors {
  const table = randomTable(words, width, random);
  const rows = Array.from({ length: words }, (_, word) => row(table, word).map((x) => x * 4 ** (word % 3)));
  const names = rows.map((_, word) => `w${word}`);
  const { data } = tableFromRows(rows);
  return wordVectors(names, { rows: words, width, data: Float32Array.from(data) });
}

function rowOf(vectors: WordVectors, word: string): Float64Array {
  return Float64Array.from(row(vectors.table, vectors.ids.get(word) as number));
}

/** All words but `word` by falling `nearness` to it. */
function ranked(vectors: WordVectors, word: string, nearness: Cosine): string[] {
  const near = (other: string): number => nearness(rowOf(vectors, word), rowOf(vectors, other));
  return vectors.words.filter((other) => other !== word).sort((x, y) => near(y) - near(x));
}

/** Σ factor · vector over the given words, each vector divided by its length if `unit`. */
function offset(vectors: WordVectors, factors: number[], words: string[], unit: boolean): Float64Array {
  const sum = new Float64Array(vectors.table.width);
  words.forEach((word, i) => {
    const v = rowOf(vectors, word);
    const scale = (factors[i] as number) / (unit ? norm(v) : 1);
    v.forEach((x, j) => {
      sum[j] = (sum[j] as number) + scale * x;
    });
  });
  return sum;
}

/** The word with the largest cosine to `direction`, none of `excluded`. */
function best(vectors: WordVectors, direction: Float64Array, excluded: string[]): string {
  const candidates = vectors.words.filter((word) => !excluded.includes(word));
  const near = (word: string): number => cosineSimilarity(direction, rowOf(vectors, word));
  return candidates.reduce((x, y) => (near(y) > near(x) ? y : x));
}
