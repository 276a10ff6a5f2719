import type { Exercise } from "../../check/index.ts";
import { randomIds, randomVector } from "../random-inputs.ts";
import { lossBy } from "./nce-loss-by.ts";
import { randomShares } from "./random-shares.ts";

type NceLoss = (z: Float64Array, seen: number, negatives: readonly number[], noise: Float64Array) => number;

/** L = -log σ(x_o) - Σ_k log σ(-x_k) with x_j = z_j - log(K P_n(j)), K = the number of negatives. */
export const nceLoss: Exercise<NceLoss> = {
  id: "07-negative-sampling/nce-loss",
  points: 3,
  equation: "Mnih and Kavukcuoglu 2013, section 3.1",
  parameters: ["z", "seen", "negatives", "noise"],
  instances: (random) => [
    [randomVector(4, random), 0, [1, 2, 3], randomShares(4, random)],
    [randomVector(4, random), 2, [1], randomShares(4, random)],
    [randomVector(5, random), 1, [3, 3, 4, 3], randomShares(5, random)], // repeats
    [randomVector(5, random), 4, [4, 0], randomShares(5, random)], // a noise word is the seen word
    [randomVector(1, random), 0, [0, 0], Float64Array.of(1)],
    [Float64Array.of(0, 0, 0, 0), 3, [0, 1], Float64Array.of(0.25, 0.25, 0.25, 0.25)],
    [randomVector(6, random), 5, randomIds(7, 6, random), randomShares(6, random)],
    ...[9, 40, 800].flatMap((size) =>
      [size, -size].flatMap((score): Parameters<NceLoss>[] => [
        [Float64Array.of(score, 0.5, -1, random()), 0, [1, 2, 3], randomShares(4, random)],
        [Float64Array.of(0.5, score, -score, random()), 0, [1, 3], randomShares(4, random)],
        [Float64Array.of(score, -score), 0, [1, 1], Float64Array.of(0.4, 0.6)],
      ]),
    ),
  ],
  expected: (z, seen, negatives, noise) => lossBy({ z, seen, negatives, noise }),
  tolerance: 1e-9,
  floor: 1e-30, // the loss of an answer that is sure and right is small, and not zero
  hints: [
    "How many terms does the loss have? Which word does each ask about, and what is the right answer to each?",
    "Take three noise words, all scores 0 and all shares 1/4. What is the probability of each right answer, and what is the loss?",
    "Which share of the noise stands in the term of a word: its own, or that of another word? What is K here?",
  ],
  knownMistakes: [
    {
      name: "constants-forgotten",
      hint: "This is the loss of negative sampling. What does NCE know of each word beside its score?",
      value: (z, seen, negatives, noise) => lossBy({ z, seen, negatives, noise, constant: () => 0 }),
    },
    {
      name: "constants-added",
      hint: "A word that is frequent among the noise should look less like text. Which sign does its constant have?",
      value: (z, seen, negatives, noise) =>
        lossBy({ z, seen, negatives, noise, constant: (share, K) => -Math.log(K * share) }),
    },
    {
      name: "number-forgotten",
      hint: "How many noise words stand beside one word of the text? Where does this number stand in the constant?",
      value: (z, seen, negatives, noise) =>
        lossBy({ z, seen, negatives, noise, constant: (share) => Math.log(share) }),
    },
    {
      name: "no-logarithm",
      hint: "Is the constant K P_n itself, or its logarithm?",
      value: (z, seen, negatives, noise) =>
        lossBy({ z, seen, negatives, noise, constant: (share, K) => K * share }),
    },
    {
      name: "share-of-the-seen-word",
      hint: "Each word has a share of the noise of its own. Whose share stands in the term of a noise word?",
      value: (z, seen, negatives, noise) =>
        lossBy({ z, seen, negatives, noise, shareOf: () => noise[seen] as number }),
    },
    {
      name: "seen-word-without-constant",
      hint: "The seen word could be noise as well. Does its term have a constant?",
      value: (z, seen, negatives, noise) =>
        lossBy({ z, seen, negatives, noise, constant: (share, K, t) => (t === 1 ? 0 : Math.log(K * share)) }),
    },
    {
      name: "noise-without-constant",
      hint: "Do the terms of the noise words have a constant too?",
      value: (z, seen, negatives, noise) =>
        lossBy({ z, seen, negatives, noise, constant: (share, K, t) => (t === 1 ? Math.log(K * share) : 0) }),
    },
    {
      name: "constant-not-turned",
      hint: "For a noise word the sign of the whole argument of σ changes. Does the sign of the constant change in your term?",
      value: (z, seen, negatives, noise) =>
        lossBy({
          z,
          seen,
          negatives,
          noise,
          constant: (share, K, t) => (t === 1 ? 1 : -1) * Math.log(K * share),
        }),
    },
    {
      name: "all-answers-yes",
      hint: "What is the right answer for a noise word? What is the probability of that answer?",
      value: (z, seen, negatives, noise) => lossBy({ z, seen, negatives, noise, sign: () => -1 }),
    },
    {
      name: "mean-for-sum",
      hint: "Is the loss a sum over the K noise words, or a mean? With K = 1 the two agree.",
      value: (z, seen, negatives, noise) => lossBy({ z, seen, negatives, noise, divisor: negatives.length }),
    },
    {
      name: "repeats-dropped",
      hint: "A word is drawn twice. How many terms with it does the loss have?",
      value: (z, seen, negatives, noise) =>
        lossBy({ z, seen, negatives: [...new Set(negatives)], noise, K: negatives.length }),
      variants: [
        (z, seen, negatives, noise) => lossBy({ z, seen, negatives: [...new Set(negatives)], noise }),
      ],
    },
    {
      name: "seen-word-dropped-from-noise",
      hint: "Suppose a noise word is also the seen word. Does the loss have a term for it as noise?",
      value: (z, seen, negatives, noise) =>
        lossBy({
          z,
          seen,
          negatives: negatives.filter((word) => word !== seen),
          noise,
          K: negatives.length,
        }),
    },
    {
      name: "sign-flipped",
      hint: "A loss is minus the logarithm of a probability. Can it be negative?",
      value: (z, seen, negatives, noise) => -lossBy({ z, seen, negatives, noise }),
    },
    {
      name: "overflow",
      hint: "At a score of -800 σ is 0 in float64. What is its logarithm then? Which function of the library does not go through σ?",
      value: (z, seen, negatives, noise) =>
        lossBy({ z, seen, negatives, noise, cost: (x) => -Math.log(1 / (1 + Math.exp(x))) }),
    },
  ],
};
