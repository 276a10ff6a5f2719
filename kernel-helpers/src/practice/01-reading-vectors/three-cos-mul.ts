import type { Random } from "../../base/index.ts";
import type { Exercise } from "../../check/index.ts";
import { cosineSimilarity, vectorsFromRows, type WordVectors } from "../../vectors/index.ts";
import { closeQuestion, directions, repeatedQuestion } from "./close-question.ts";
import { crowd } from "./crowd.ts";
import { rowOf } from "./row-of.ts";

type ThreeCosMul = (vectors: WordVectors, a: string, b: string, c: string) => string;

const EPSILON = 0.001;

/** The word w, other than a, b and c, with the largest cos'(w, b) cos'(w, c) / (cos'(w, a) + ε), cos' = (1 + cos) / 2. */
export const threeCosMul: Exercise<ThreeCosMul> = {
  id: "01-reading-vectors/three-cos-mul",
  points: 3,
  equation: "Levy and Goldberg 2014a, section 6, 3CosMul",
  parameters: ["vectors", "a", "b", "c"],
  instances: (random) => [
    ...Array.from(
      { length: 16 },
      (_, at): Parameters<ThreeCosMul> => [
        crowd(12, 3, random),
        `w${at % 6}`,
        `w${(at % 6) + 1}`,
        `w${(at % 6) + 5}`,
      ],
    ),
    closeQuestion("a", random),
    closeQuestion("b", random),
    closeQuestion("c", random),
    repeatedQuestion([0, 0, 1], random),
    opposite(random),
    ...[1, 2, 3, 4].map((): Parameters<ThreeCosMul> => [crowd(8, 2, random), "w0", "w3", "w5"]),
  ],
  expected: (vectors, a, b, c) => best(vectors, [a, b, c], score),
  tolerance: 0,
  hints: [
    "Which two cosines should be large for a good answer, and which one small? How does the formula join them?",
    "What is the smallest value of (1 + cos) / 2, and for which angle? What happens to a fraction with it below the line?",
    "Follow one word through your function: its three cosines, the three shifted ones, the fraction. At which of these steps does your code differ from the formula?",
  ],
  knownMistakes: [
    {
      name: "question-answered-by-itself",
      hint: "Is your answer one of the three words of the question? Which words must be left out?",
      value: (vectors, a, b, c) => best(vectors, [a, b, c], score, []),
    },
    {
      name: "cosines-not-shifted",
      hint: "A cosine can be negative. What does the product of two negative cosines say about a word?",
      value: (vectors, a, b, c) => best(vectors, [a, b, c], (x, y, z) => (y * z) / (x + EPSILON)),
    },
    {
      name: "sum-for-product",
      hint: "That is the other way to solve an analogy. Does this formula add the cosines, or multiply them?",
      value: (vectors, a, b, c) => best(vectors, [a, b, c], (x, y, z) => y + z - x),
    },
    {
      name: "a-multiplied",
      hint: "Should a good answer be near to a, or far from it? Where does its cosine stand in the fraction?",
      value: (vectors, a, b, c) =>
        best(vectors, [a, b, c], (x, y, z) => shifted(x) * shifted(y) * shifted(z)),
    },
    {
      name: "a-and-b-exchanged",
      hint: "a is to b as c is to …: to which two words should the answer be near?",
      value: (vectors, a, b, c) => best(vectors, [b, a, c], score),
    },
    {
      name: "epsilon-forgotten",
      hint: "What stands below the line for a word whose vector points away from a?",
      value: (vectors, a, b, c) =>
        best(vectors, [a, b, c], (x, y, z) => (shifted(y) * shifted(z)) / shifted(x)),
    },
  ],
};

const shifted = (cosine: number): number => (1 + cosine) / 2;

const score = (a: number, b: number, c: number): number => (shifted(b) * shifted(c)) / (shifted(a) + EPSILON);

/** The word with the largest score of its cosines to the three words, leaving out `excluded`, by default these three. */
function best(
  vectors: WordVectors,
  question: readonly string[],
  by: (...cosines: readonly [number, number, number]) => number,
  excluded: readonly string[] = question,
): string {
  const given = question.map((word) => rowOf(vectors, word));
  const value = (word: string): number => {
    const v = rowOf(vectors, word);
    const [a = 0, b = 0, c = 0] = given.map((other) => cosineSimilarity(other, v));
    return by(a, b, c);
  };
  const candidates = vectors.words.filter((word) => !excluded.includes(word));
  return candidates.reduce((x, y) => (value(y) > value(x) ? y : x));
}

/** A question with a word that points nearly straight away from a, so that without ε the fraction for it is far too large. */
function opposite(random: Random): Parameters<ThreeCosMul> {
  const { turned } = directions(random);
  const angles = [0, 0.3, -0.3, Math.PI - 1e-3, 0.5];
  return [
    vectorsFromRows(Object.fromEntries(angles.map((angle, i) => [`w${i}`, turned(angle)]))),
    "w0",
    "w1",
    "w2",
  ];
}
