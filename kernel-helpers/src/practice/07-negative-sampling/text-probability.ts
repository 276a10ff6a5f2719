import { sigmoid } from "../../base/index.ts";
import type { Exercise } from "../../check/index.ts";

type TextProbability = (z: number, K: number, noise: number) => number;

/** P(text | c, w) = σ(z - log(K P_n(c))), where z stands for log p(c | w). */
export const textProbability: Exercise<TextProbability> = {
  id: "07-negative-sampling/text-probability",
  points: 2,
  equation: "Gutmann and Hyvärinen 2010; Mnih and Kavukcuoglu 2013, section 3.1",
  parameters: ["z", "K", "noise"],
  instances: (random) => [
    [Math.log(0.1), 3, 0.1], // as frequent in the text as in the noise: 1 / (1 + K)
    [0, 1, 1],
    [0, 1, 0.5],
    [-2, 5, 0.2], // the constant is 0
    [1, 4, 0.05],
    [-1 - random(), 15, 0.01 + 0.02 * random()],
    [-4 * random(), 5, 0.001 * (1 + random())],
    ...[6.5, 9, 15, 40, 709, 800].flatMap((size): [number, number, number][] => [
      [size, 5, 0.02 + 0.01 * random()],
      [-size, 5, 0.02 + 0.01 * random()],
    ]),
    [-20, 2, 1e-9],
    [20, 1000, 0.9],
  ],
  expected: (z, K, noise) => sigmoid(z - Math.log(K * noise)),
  tolerance: 1e-9,
  floor: 1e-290, // σ(-40) is 4e-18: a small probability is not zero
  hints: [
    "For each word of the text, how many words of noise are shown? How often is this word among them?",
    "Which probability does your function give for a word that is as frequent in the text as in the noise? What should it be for K = 3?",
    "The score stands for a logarithm. In which form must the frequency of the noise stand beside it, and with which sign?",
  ],
  knownMistakes: [
    {
      name: "constant-forgotten",
      hint: "That is the question of negative sampling. Which arguments does your function not use?",
      value: (z) => sigmoid(z),
    },
    {
      name: "constant-added",
      hint: "The more frequent a word is among the noise, the less it speaks for the text. Does your result become smaller?",
      value: (z, K, noise) => sigmoid(z + Math.log(K * noise)),
    },
    {
      name: "number-forgotten",
      hint: "With more noise words for each word of the text, does the answer stay the same? Which argument does your function not use?",
      value: (z, _, noise) => sigmoid(z - Math.log(noise)),
    },
    {
      name: "share-forgotten",
      hint: "A word that is rare among the noise speaks for the text. Which argument does your function not use?",
      value: (z, K) => sigmoid(z - Math.log(K)),
    },
    {
      name: "no-logarithm",
      hint: "What is subtracted from the score: how often the word is noise, or the logarithm of that?",
      value: (z, K, noise) => sigmoid(z - K * noise),
    },
    {
      name: "divided-by-number",
      hint: "Are K draws more noise or less than one draw? Is the share of the noise multiplied by K, or divided?",
      value: (z, K, noise) => sigmoid(z - Math.log(noise / K)),
    },
    {
      name: "probability-of-noise",
      hint: "At a very large score your answer is near 0. Which of the two probabilities did you compute?",
      value: (z, K, noise) => sigmoid(Math.log(K * noise) - z),
    },
    {
      name: "score-for-probability",
      hint: "A score may be negative. Can it stand where the formula has p(c | w)?",
      value: (z, K, noise) => z / (z + K * noise),
    },
    {
      name: "overflow",
      hint: "What is e^800 in float64? And what does your fraction give when both its parts are infinite?",
      value: (z, K, noise) => Math.exp(z) / (Math.exp(z) + K * noise),
    },
  ],
};
