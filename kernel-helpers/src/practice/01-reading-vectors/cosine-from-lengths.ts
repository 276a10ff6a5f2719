import type { Random } from "../../base/index.ts";
import type { Exercise } from "../../check/index.ts";

type CosineFromLengths = (a: number, b: number, distance: number) => number;

/** cos θ = (|a|² + |b|² - |a - b|²) / (2 |a| |b|), the law of cosines. */
export const cosineFromLengths: Exercise<CosineFromLengths> = {
  id: "01-reading-vectors/cosine-from-lengths",
  points: 1,
  equation: "the law of cosines",
  parameters: ["a", "b", "distance"],
  instances: (random) => [
    [3, 4, 5], // a right angle
    [1, 1, 1],
    [2, 3, 5], // opposite directions
    [2, 3, 1], // the same direction
    [5, 5, 0],
    [1e-5, 2e-5, 2e-5],
    [1000, 0.1, 1000],
    ...[1, 2, 3].map((): [number, number, number] => triangle(random)),
  ],
  expected: (a, b, distance) => (a ** 2 + b ** 2 - distance ** 2) / (2 * a * b),
  tolerance: 1e-9,
  hints: [
    "The three lengths make a triangle. Between which two sides is the angle, and which side lies opposite to it?",
    "Write |a - b|² as a product of a - b with itself, and multiply out. Which term contains the cosine?",
    "For a = 3, b = 4 and a distance of 5 the angle is a right one. What does your formula give?",
  ],
  knownMistakes: [
    {
      name: "two-forgotten",
      hint: "For two vectors of length 1 at a distance of 0 the cosine is 1. What does your formula give?",
      value: (a, b, distance) => (a ** 2 + b ** 2 - distance ** 2) / (a * b),
    },
    {
      name: "sign-flipped",
      hint: "When two vectors move apart, should their cosine grow, or fall?",
      value: (a, b, distance) => (distance ** 2 - a ** 2 - b ** 2) / (2 * a * b),
    },
    {
      name: "lengths-not-squared",
      hint: "Does the law of cosines add lengths, or squares of lengths?",
      value: (a, b, distance) => (a + b - distance) / (2 * a * b),
    },
    {
      name: "undivided",
      hint: "Make both vectors twice as long: the triangle is twice as large, the angle is the same. Is your number the same?",
      value: (a, b, distance) => (a ** 2 + b ** 2 - distance ** 2) / 2,
    },
    {
      name: "divided-by-squares",
      hint: "Make both vectors twice as long: the angle is the same. Is your number the same?",
      value: (a, b, distance) => (a ** 2 + b ** 2 - distance ** 2) / (2 * a ** 2 * b ** 2),
    },
    {
      name: "other-angle",
      hint: "A triangle has three angles. Which side lies opposite to the one that you computed?",
      value: (a, b, distance) => (a ** 2 + distance ** 2 - b ** 2) / (2 * a * distance),
      variants: [(a, b, distance) => (b ** 2 + distance ** 2 - a ** 2) / (2 * b * distance)],
    },
  ],
};

/** Two lengths and a distance that is possible between them. */
function triangle(random: Random): [number, number, number] {
  const [a, b] = [0.5 + random(), 2 + random()];
  return [a, b, b - a + (0.2 + 0.6 * random()) * 2 * a];
}
