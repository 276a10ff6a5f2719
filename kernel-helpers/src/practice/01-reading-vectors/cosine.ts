import { dot, norm } from "../../base/index.ts";
import type { Exercise } from "../../check/index.ts";
import { cosineSimilarity } from "../../vectors/index.ts";
import { randomVector } from "../random-inputs.ts";

type Cosine = (a: Float64Array, b: Float64Array) => number;

/** cos(a, b) = a · b / (|a| |b|). */
export const cosine: Exercise<Cosine> = {
  id: "01-reading-vectors/cosine",
  points: 2,
  equation: "Salton and McGill 1983, cosine coefficient; from the law of cosines",
  parameters: ["a", "b"],
  instances: (random) => [
    [Float64Array.of(3, 4), Float64Array.of(4, 3)],
    [Float64Array.of(1, 0), Float64Array.of(-2, 0)],
    [randomVector(5, random), randomVector(5, random)],
    [randomVector(3, random).map((x) => 1000 * x), randomVector(3, random)],
    [randomVector(3, random), randomVector(3, random).map((x) => 1000 * x)],
    [randomVector(4, random).map((x) => 1e-6 * x), randomVector(4, random).map((x) => 1e-6 * x)],
    [randomVector(3, random).map((x) => 1e-30 * x), randomVector(3, random).map((x) => 1e-30 * x)],
    [randomVector(1, random), randomVector(1, random)],
    [Float64Array.of(1, 0), Float64Array.of(0, 2)], // a right angle
    [Float64Array.of(0, 0, 5), Float64Array.of(0, 3, 0)],
    [Float64Array.of(1, -1), Float64Array.of(2, 3)], // numbers that add up to zero
    [Float64Array.of(-1, -2), Float64Array.of(0, -3)],
    [new Float64Array(2), randomVector(2, random)],
    [randomVector(3, random), new Float64Array(3)],
    [new Float64Array(2), new Float64Array(2)],
  ],
  expected: cosineSimilarity,
  tolerance: 1e-9,
  hints: [
    "Which three numbers does the formula need, and how does it join them? One comes from both vectors together, two from one vector each.",
    "How do you get the length of a vector from its dot product with itself?",
    "What should happen when a length is zero, so that you cannot divide by it?",
  ],
  knownMistakes: [
    {
      name: "unnormalised",
      hint: "Multiply a by 10: should it then be more similar to b than before?",
      value: (a, b) => dot(a, b),
    },
    {
      name: "one-length-only",
      hint: "You divide by only one length. What happens to your number when the other vector doubles?",
      value: (a, b) => dot(a, b) / norm(a),
    },
    {
      name: "other-length-only",
      hint: "You divide by only one length. What happens to your number when the other vector doubles?",
      value: (a, b) => dot(a, b) / norm(b),
    },
    {
      name: "number-for-zero",
      hint: "Which angle has a cosine of 0? Does a vector without a direction have that angle?",
      value: (a, b) => (dot(a, a) === 0 || dot(b, b) === 0 ? 0 : cosineSimilarity(a, b)),
    },
    {
      name: "squared-lengths",
      hint: "For a = (3, 4), does your formula give cos(a, a) = 1? Is a · a the length, or its square?",
      value: (a, b) => dot(a, b) / (dot(a, a) * dot(b, b)),
    },
    {
      name: "distance",
      hint: "Your number grows when the vectors move apart. Should a similarity do that?",
      value: (a, b) => norm(a.map((x, i) => x - (b[i] as number))),
    },
    {
      name: "nan-for-zero",
      hint: "What does 0 / 0 give? Who will notice it: you now, or someone three cells later?",
      value: (a, b) => dot(a, b) / (norm(a) * norm(b)),
    },
  ],
};
