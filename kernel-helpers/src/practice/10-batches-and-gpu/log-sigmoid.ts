import { sigmoid, softplus } from "../../base/index.ts";
import type { Exercise } from "../../check/index.ts";

type LogSigmoid = (x: number) => number;

/** log σ(x) = -softplus(-x), for every x. */
export const logSigmoid: Exercise<LogSigmoid> = {
  id: "10-batches-and-gpu/log-sigmoid",
  points: 2,
  equation: "log σ(x) = -log(1 + e^-x)",
  parameters: ["x"],
  instances: (random) => [
    [0],
    [1.5],
    [-2 - random()],
    [8 + random()],
    ...[-9, -12, -16, -20, -40, -725, -800, -20_000, 12, 16, 20, 40, 300, 800, 20_000].map((x): [number] => [
      x,
    ]),
  ],
  expected: (x) => -softplus(-x),
  tolerance: 1e-9,
  floor: 0, // log σ(40) is -4e-18: a small result is not zero
  hints: [
    "Work out log σ(x) by hand for x = 0 and for x = -800. Which of the two does your function get right?",
    "Which powers of e does your formula compute at x = -800, and which at x = 800? Which of them are finite?",
    "Can you write log σ(x) for x < 0 in another way, in which no power is larger than 1?",
  ],
  knownMistakes: [
    {
      name: "naive",
      hint: "At x = -800, what does Math.exp(-x) give? And what does the logarithm then give?",
      value: (x) => Math.log(1 / (1 + Math.exp(-x))),
    },
    {
      name: "logarithm-of-sigma",
      hint: "At x = -800, what is the smallest thing that you take the logarithm of? What is left of it in float64?",
      value: (x) => Math.log(sigmoid(x)),
    },
    {
      name: "small-results-lost",
      hint: "At x = 40 the result is small, but not zero. At which step of your formula are its digits lost?",
      value: (x) => (x > 0 ? -Math.log(1 + Math.exp(-x)) : -softplus(-x)),
    },
    {
      name: "epsilon-added",
      hint: "With 1e-7 inside the logarithm, what is its lowest value? Does a very wrong score still cost more than a wrong one?",
      value: (x) => Math.log(sigmoid(x) + 1e-7),
    },
    {
      name: "clamped-at-six",
      hint: "Are log σ(-9) and log σ(-40) equal? What happens to a score beyond your bound?",
      value: (x) => -softplus(-Math.max(-6, Math.min(6, x))),
    },
    {
      name: "sign-lost",
      hint: "A probability is at most 1. What sign does its logarithm have?",
      value: (x) => softplus(-x),
    },
    {
      name: "other-side",
      hint: "Where is σ near 1: at x = 800, or at x = -800? What must log σ be there?",
      value: (x) => -softplus(x),
    },
    {
      name: "sigmoid-alone",
      hint: "At x = 0 you return the probability, one half. Is that what the exercise asks for?",
      value: (x) => sigmoid(x),
    },
  ],
};
