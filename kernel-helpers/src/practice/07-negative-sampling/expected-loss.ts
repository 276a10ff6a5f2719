import { softplus } from "../../base/index.ts";
import type { Exercise } from "../../check/index.ts";
import { randomVector } from "../random-inputs.ts";
import { randomShares } from "./random-shares.ts";

type ExpectedLoss = (z: Float64Array, seen: number, K: number, noise: Float64Array) => number;

/** -log σ(z_o) - K Σ_c P_n(c) log σ(-z_c): the mean of the loss of negative sampling over all draws of noise. */
export const expectedLoss: Exercise<ExpectedLoss> = {
  id: "07-negative-sampling/expected-loss",
  points: 3,
  equation: "the negative of Mikolov et al. 2013b, eq. 4",
  parameters: ["z", "seen", "K", "noise"],
  instances: (random) => [
    [Float64Array.of(0, 0, 0), 1, 3, Float64Array.of(0.5, 0.25, 0.25)], // 4 log 2
    [randomVector(3, random), 0, 1, randomShares(3, random)],
    [randomVector(4, random), 3, 5, randomShares(4, random)],
    [randomVector(5, random), 2, 15, randomShares(5, random)],
    [randomVector(1, random), 0, 2, Float64Array.of(1)],
    [randomVector(3, random), 1, 2, Float64Array.of(0.7, 0, 0.3)], // the seen word is never noise
    [randomVector(3, random), 2, 0, randomShares(3, random)], // no noise
    ...[9, 40, 800].flatMap((size) =>
      [size, -size].flatMap((score): Parameters<ExpectedLoss>[] => [
        [Float64Array.of(score, 0.5, -1), 0, 5, randomShares(3, random)],
        [Float64Array.of(0.5, score, random()), 0, 2, randomShares(3, random)],
        [Float64Array.of(score, -score), 0, 3, Float64Array.of(0, 1)],
      ]),
    ),
  ],
  expected: (z, seen, K, noise) => lossBy(z, seen, K, noise),
  tolerance: 1e-9,
  floor: 1e-30,
  hints: [
    "Which of the two parts of the loss depends on chance? What is the mean of the other part?",
    "All scores are 0 and K = 3. What is the loss of any draw, and so what is the mean?",
    "How often is the word c among K noise words, on average? How large is its term each time?",
  ],
  knownMistakes: [
    {
      name: "number-forgotten",
      hint: "How many noise words are there? How many terms does a loss with K of them have?",
      value: (z, seen, _, noise) => lossBy(z, seen, 1, noise),
    },
    {
      name: "shares-forgotten",
      hint: "Is a rare word drawn as often as a frequent one? Which argument does your function not use?",
      value: (z, seen, K) =>
        lossBy(
          z,
          seen,
          K,
          z.map(() => 1 / z.length),
        ),
      variants: [
        (z, seen, K) =>
          lossBy(
            z,
            seen,
            K,
            z.map(() => 1),
          ),
      ],
    },
    {
      name: "seen-word-forgotten",
      hint: "The loss has a term that does not depend on the draw. Where is it in your sum?",
      value: (z, seen, K, noise) => lossBy(z, seen, K, noise) - softplus(-(z[seen] as number)),
    },
    {
      name: "seen-word-k-times",
      hint: "How many times is the seen word in the loss of one pair?",
      value: (z, seen, K, noise) => lossBy(z, seen, K, noise) + (K - 1) * softplus(-(z[seen] as number)),
    },
    {
      name: "seen-word-never-noise",
      hint: "The expectation runs over all words. Do you leave out one of them?",
      value: (z, seen, K, noise) => lossBy(z, seen, K, withoutSeen(noise, seen, 1)),
    },
    {
      name: "drawn-again",
      hint: "You draw again when the noise word is the seen word. Does the formula do so?",
      value: (z, seen, K, noise) => lossBy(z, seen, K, withoutSeen(noise, seen, 1 - (noise[seen] as number))),
    },
    {
      name: "noise-says-yes",
      hint: "A noise word with a large score should cost much. Does it in your sum?",
      value: (z, seen, K, noise) =>
        noise.reduce(
          (sum, P, c) => sum + K * P * softplus(-(z[c] as number)),
          softplus(-(z[seen] as number)),
        ),
    },
    {
      name: "seen-word-says-no",
      hint: "A seen word with a large score should cost little. Does it in your sum?",
      value: (z, seen, K, noise) => lossBy(z, seen, K, noise) + (z[seen] as number),
    },
    {
      name: "loss-of-mean-score",
      hint: "Is the mean of the logarithms the same as the logarithm of a mean? Which of the two do you need?",
      value: (z, seen, K, noise) => softplus(-(z[seen] as number)) + K * softplus(mean(z, noise)),
    },
    {
      name: "sign-flipped",
      hint: "The paper makes its expression as large as possible. Do we make the loss large?",
      value: (z, seen, K, noise) => -lossBy(z, seen, K, noise),
    },
    {
      name: "overflow",
      hint: "At a score of 800 σ(-z) is 0 in float64. What is its logarithm? Which function of the library does not go through σ?",
      value: (z, seen, K, noise) => lossBy(z, seen, K, noise, (x) => -Math.log(1 / (1 + Math.exp(x)))),
    },
  ],
};

/** The loss; `cost` is -log σ(-x). */
function lossBy(
  z: Float64Array,
  seen: number,
  K: number,
  noise: Float64Array,
  cost: (x: number) => number = softplus,
): number {
  return noise.reduce((sum, P, c) => sum + K * P * cost(z[c] as number), cost(-(z[seen] as number)));
}

function mean(z: Float64Array, noise: Float64Array): number {
  return noise.reduce((sum, P, c) => sum + P * (z[c] as number), 0);
}

function withoutSeen(noise: Float64Array, seen: number, divisor: number): Float64Array {
  return noise.map((P, c) => (c === seen ? 0 : P / divisor));
}
