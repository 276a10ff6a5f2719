import { type Random, softmax } from "../../base/index.ts";
import type { Exercise } from "../../check/index.ts";
import { randomVector } from "../random-inputs.ts";
import { sumOf } from "./map-rows.ts";
import { type LossParts, partsOf, total } from "./parts-of.ts";

type Parts = (p: Float64Array, q: Float64Array) => LossParts;

/** H(p, q) = H(p) + KL(p || q), in nats, with 0 log 0 = 0. */
export const lossParts: Exercise<Parts> = {
  id: "03-softmax-as-a-bigram-net/loss-parts",
  points: 2,
  equation: "Shannon 1948, section 6; Kullback and Leibler 1951",
  parameters: ["p", "q"],
  instances: (random) => [
    [Float64Array.of(0.5, 0.5), Float64Array.of(0.25, 0.75)],
    [Float64Array.of(0.2, 0.3, 0.5), Float64Array.of(0.5, 0.1, 0.4)],
    [Float64Array.of(0.5, 0, 0.5), Float64Array.of(0.3, 0.4, 0.3)], // 0 log 0
    [Float64Array.of(0, 1), Float64Array.of(0, 1)], // 0 in both
    [Float64Array.of(0.5, 0, 0.5), Float64Array.of(0.2, 0, 0.8)],
    [Float64Array.of(0.5, 0.5), Float64Array.of(1, 0)], // impossible, and it comes
    [Float64Array.of(1), Float64Array.of(1)],
    [Float64Array.of(0.25, 0.75), Float64Array.of(0.25, 0.75)], // equal
    [Float64Array.of(1, 0), Float64Array.of(1e-300, 1)],
    [Float64Array.of(1e-12, 1 - 1e-12), Float64Array.of(0.5, 0.5)], // a small share is not 0
    [Float64Array.of(0.5, 0.5), Float64Array.of(1e-12, 1 - 1e-12)],
    ...[3, 5].map((V): [Float64Array, Float64Array] => [shares(V, random), shares(V, random)]),
  ],
  expected: partsOf,
  tolerance: 1e-9,
  hints: [
    "Which of your three numbers is wrong? Which two of them should add up to the third?",
    "What is 0 * Math.log(0) in JavaScript, and what should a word with p = 0 add to each sum?",
    "By which list does each sum weigh its terms, and of which list does it take the logarithm?",
  ],
  knownMistakes: [
    {
      name: "p-and-q-swapped",
      hint: "Which list says how often a word comes, and which one says how probable the model thought it? Which of them is the weight?",
      value: (p, q) => ({
        crossEntropy: total(q, (x, i) => x * -Math.log(p[i] as number)),
        entropy: total(q, (x) => x * -Math.log(x)),
        divergence: total(q, (x, i) => x * (Math.log(x) - Math.log(p[i] as number))),
      }),
    },
    {
      name: "divergence-reversed",
      hint: "Do your entropy and your divergence add up to the cross-entropy? By which list is the divergence weighed?",
      value: (p, q) => ({
        ...partsOf(p, q),
        divergence: total(q, (x, i) => x * (Math.log(x) - Math.log(p[i] as number))),
      }),
    },
    {
      name: "entropy-of-the-model",
      hint: "Is your entropy that of the text or that of the model? Should it change when only q changes?",
      value: (p, q) => ({ ...partsOf(p, q), entropy: total(q, (x) => x * -Math.log(x)) }),
      variants: [
        (p, q) => {
          const entropy = total(q, (x) => x * -Math.log(x));
          const { crossEntropy } = partsOf(p, q);
          return { crossEntropy, entropy, divergence: crossEntropy - entropy };
        },
      ],
    },
    {
      name: "sign-flipped",
      hint: "Is the logarithm of a probability positive or negative? Which of your numbers are negative?",
      value: (p, q) => {
        const { crossEntropy, entropy, divergence } = partsOf(p, q);
        return { crossEntropy: -crossEntropy, entropy: -entropy, divergence: -divergence };
      },
      variants: [
        (p, q) => {
          const { crossEntropy, entropy, divergence } = partsOf(p, q);
          return { crossEntropy: -crossEntropy, entropy: -entropy, divergence };
        },
      ],
    },
    {
      name: "divergence-negative",
      hint: "Can a model have a smaller loss than the shares themselves? Which sign must the divergence have?",
      value: (p, q) => {
        const { divergence, ...others } = partsOf(p, q);
        return { ...others, divergence: -divergence };
      },
    },
    {
      name: "mean-for-sum",
      hint: "The weights p add up to 1 already. By what do you divide?",
      value: (p, q) => {
        const { crossEntropy, entropy, divergence } = partsOf(p, q);
        const V = p.length;
        return { crossEntropy: crossEntropy / V, entropy: entropy / V, divergence: divergence / V };
      },
    },
    {
      name: "weights-forgotten",
      hint: "A word that comes often costs often. Where does your sum say how often each word comes?",
      value: (p, q) => ({
        crossEntropy: total(p, (_, i) => -Math.log(q[i] as number)),
        entropy: total(p, (x) => -Math.log(x)),
        divergence: total(p, (x, i) => Math.log(x) - Math.log(q[i] as number)),
      }),
    },
    {
      name: "impossible-left-out",
      hint: "What does it cost to say that a word is impossible when it then comes? Which words does your sum leave out?",
      value: (p, q) => {
        const both = p.map((x, i) => ((q[i] as number) > 0 ? x : 0));
        return { ...partsOf(both, q), entropy: partsOf(p, q).entropy };
      },
      variants: [
        (p, q) =>
          partsOf(
            p.map((x, i) => ((q[i] as number) > 0 ? x : 0)),
            q,
          ),
      ],
    },
    {
      name: "bits",
      hint: "Which base does your logarithm have? Which one does the exercise ask for?",
      value: (p, q) => {
        const { crossEntropy, entropy, divergence } = partsOf(p, q);
        return {
          crossEntropy: crossEntropy / Math.LN2,
          entropy: entropy / Math.LN2,
          divergence: divergence / Math.LN2,
        };
      },
    },
  ],
};

/** `V` shares that add up to 1, none of them small. */
function shares(V: number, random: Random): Float64Array {
  const weights = softmax(randomVector(V, random));
  return weights.map((weight) => weight / sumOf(weights));
}
