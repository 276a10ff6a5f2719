import { norm } from "../../base/index.ts";
import type { Exercise } from "../../check/index.ts";
import { cosineSimilarity, type WordVectors } from "../../vectors/index.ts";
import { closeQuestion, repeatedQuestion } from "./close-question.ts";
import { crowd } from "./crowd.ts";
import { rowOf } from "./row-of.ts";

type Analogy = (vectors: WordVectors, a: string, b: string, c: string) => string;

/** The word d, other than a, b and c, with the largest cosine between v_d and v̂_b - v̂_a + v̂_c. */
export const analogy: Exercise<Analogy> = {
  id: "01-reading-vectors/analogy",
  points: 3,
  equation: "Mikolov et al. 2013c, §4 (vector offset); Levy and Goldberg 2014a, 3CosAdd",
  parameters: ["vectors", "a", "b", "c"],
  instances: (random) => [
    ...Array.from(
      { length: 12 },
      (_, at): Parameters<Analogy> => [
        crowd(12, 3, random),
        `w${at % 6}`,
        `w${(at % 6) + 1}`,
        `w${(at % 6) + 5}`,
      ],
    ),
    // so short that any number added to a length shows
    ...Array.from({ length: 6 }, (): Parameters<Analogy> => [crowd(12, 3, random, 1e-9), "w0", "w1", "w2"]),
    closeQuestion("a", random),
    closeQuestion("b", random),
    closeQuestion("c", random),
    repeatedQuestion([0, 0, 1], random), // a is b
    repeatedQuestion([0, 1, 0], random), // a is c
    repeatedQuestion([0, 1, 1], random), // b is c
  ],
  expected: (vectors, a, b, c) => best(vectors, offset(vectors, [-1, 1, 1], [a, b, c], true), [a, b, c]),
  tolerance: 0,
  hints: [
    "a is to b as c is to …: what do you add to a to get to b? From which word do you then take the same step?",
    "Suppose the vector of one word, any word, becomes a hundred times as long. Should your answer change? Does it?",
    "Is a word of the question a useful answer? Try your function with a, b and c that are very near to each other.",
  ],
  knownMistakes: [
    {
      name: "question-answered-by-itself",
      hint: "Is your answer one of the three words of the question? Which words must be left out?",
      value: (vectors, a, b, c) => best(vectors, offset(vectors, [-1, 1, 1], [a, b, c], true), []),
    },
    {
      name: "a-kept",
      hint: "Which words of the question does your function leave out? Can the answer be one of the others?",
      value: (vectors, a, b, c) => best(vectors, offset(vectors, [-1, 1, 1], [a, b, c], true), [b, c]),
    },
    {
      name: "b-kept",
      hint: "Which words of the question does your function leave out? Can the answer be one of the others?",
      value: (vectors, a, b, c) => best(vectors, offset(vectors, [-1, 1, 1], [a, b, c], true), [a, c]),
    },
    {
      name: "c-kept",
      hint: "Which words of the question does your function leave out? Can the answer be one of the others?",
      value: (vectors, a, b, c) => best(vectors, offset(vectors, [-1, 1, 1], [a, b, c], true), [a, b]),
    },
    {
      name: "offset-reversed",
      hint: "Draw the arrow from a to b. Does your formula follow the arrow, or go against it?",
      value: (vectors, a, b, c) => best(vectors, offset(vectors, [1, -1, 1], [a, b, c], true), [a, b, c]),
    },
    {
      name: "lengths-kept",
      hint: "If |v_b| is ten times |v_c|, how much does c count in your sum? How much should each word count?",
      value: (vectors, a, b, c) => best(vectors, offset(vectors, [-1, 1, 1], [a, b, c], false), [a, b, c]),
    },
  ],
};

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

/** The word with the largest cosine to `direction`, leaving out `excluded`. */
function best(vectors: WordVectors, direction: Float64Array, excluded: string[]): string {
  const candidates = vectors.words.filter((word) => !excluded.includes(word));
  const near = (word: string): number => cosineSimilarity(direction, rowOf(vectors, word));
  return candidates.reduce((x, y) => (near(y) > near(x) ? y : x));
}
