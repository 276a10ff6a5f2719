import { type Random, softmax, type Table, tableFromRows } from "../../base/index.ts";
import type { Exercise } from "../../check/index.ts";
import { randomIds, randomTable } from "../random-inputs.ts";
import type { Pair } from "./gradient-by-pairs.ts";
import { lossBy, pairsOf, probabilityOf } from "./loss-by-pairs.ts";
import { mapRows } from "./map-rows.ts";

type SentenceLoss = (probabilities: Table, sentence: readonly number[]) => number;

/** L = -Σ log P(w_t | w_(t-1)) over t = 2 … T, in nats. */
export const sentenceLoss: Exercise<SentenceLoss> = {
  id: "03-softmax-as-a-bigram-net/sentence-loss",
  points: 2,
  equation: "lesson 03, section 2: the negative log-likelihood, given the first word",
  parameters: ["probabilities", "sentence"],
  instances: (random) => [
    [small, [0, 1]],
    [small, [0, 1, 2]],
    [small, [2, 0, 0, 1, 0]], // equal neighbours, a pair in both orders
    [small, [0, 1, 0, 1, 0, 1]], // the same pairs again
    [small, [1]], // one word
    [small, []],
    [small, [1, 1]], // never seen: probability 0
    [small, [0, 2, 1, 1, 0]], // one of its pairs was never seen
    [tableFromRows([[1]]), [0, 0, 0]],
    [randomModel(4, random), Array.from({ length: 1500 }, (_, t) => t % 4)], // the product is 0
    [randomModel(5, random), [4, 0, ...randomIds(5, 5, random)]],
    [randomModel(3, random), randomIds(8, 3, random)],
  ],
  expected: (probabilities, sentence) => lossBy(probabilities, pairsOf(sentence)),
  tolerance: 1e-9,
  hints: [
    "Which pairs of neighbouring words does the sentence [0, 1, 2] have? How many does a sentence of T words have?",
    "Which row of the table belongs to a pair: that of the word before, or that of the word that comes? And which column?",
    "Work out [0, 1, 2] by hand. Is your number a sum of two logarithms? Which sign does it have?",
  ],
  knownMistakes: [
    {
      name: "row-and-column-swapped",
      hint: "Row w holds the probabilities of the words that come after w. In the sentence [0, 1], which row do you read?",
      value: (probabilities, sentence) =>
        lossBy(
          probabilities,
          pairsOf(sentence).map(([w, c]): Pair => [c, w]),
        ),
    },
    {
      name: "the-word-itself",
      hint: "Whose probability do you take: that of the word that comes, or that of the word before?",
      value: (probabilities, sentence) =>
        lossBy(
          probabilities,
          pairsOf(sentence).map(([w]): Pair => [w, w]),
        ),
      variants: [
        (probabilities, sentence) =>
          lossBy(
            probabilities,
            pairsOf(sentence).map(([, c]): Pair => [c, c]),
          ),
      ],
    },
    {
      name: "two-words-further",
      hint: "How many places are between the two words of your pairs?",
      value: (probabilities, sentence) =>
        lossBy(
          probabilities,
          sentence.slice(2).map((c, t): Pair => [sentence[t] as number, c]),
        ),
    },
    {
      name: "mean-for-sum",
      hint: "The loss of a long sentence should be larger than that of a short one. Is yours?",
      value: (probabilities, sentence) =>
        lossBy(probabilities, pairsOf(sentence)) / Math.max(1, sentence.length - 1),
      variants: [
        (probabilities, sentence) => lossBy(probabilities, pairsOf(sentence)) / (sentence.length - 1),
        (probabilities, sentence) => lossBy(probabilities, pairsOf(sentence)) / sentence.length,
        (probabilities, sentence) => lossBy(probabilities, pairsOf(sentence)) / Math.max(1, sentence.length),
      ],
    },
    {
      name: "sign-flipped",
      hint: "Is the logarithm of a probability positive or negative? Which sign should a loss have?",
      value: (probabilities, sentence) => -lossBy(probabilities, pairsOf(sentence)),
    },
    {
      name: "logarithm-of-the-product",
      hint: "What is the product of 1500 probabilities in float64, and what is its logarithm? Which sum would be the same?",
      value: (probabilities, sentence) =>
        -Math.log(
          pairsOf(sentence).reduce((product, pair) => product * probabilityOf(probabilities, pair), 1),
        ),
    },
    {
      name: "probabilities-added",
      hint: "Two words in a row: are their probabilities added or multiplied? What becomes of that in logarithms?",
      value: (probabilities, sentence) =>
        -Math.log(pairsOf(sentence).reduce((sum, pair) => sum + probabilityOf(probabilities, pair), 0)),
    },
    {
      name: "no-logarithm",
      hint: "Which function turns a product into a sum? Does your sum have it?",
      value: (probabilities, sentence) =>
        pairsOf(sentence).reduce((sum, pair) => sum - probabilityOf(probabilities, pair), 0),
    },
    {
      name: "impossible-left-out",
      hint: "What is the loss of a pair with probability 0? Does your function count it?",
      value: (probabilities, sentence) =>
        lossBy(
          probabilities,
          pairsOf(sentence).filter((pair) => probabilityOf(probabilities, pair) > 0),
        ),
    },
    {
      name: "last-pair-forgotten",
      hint: "How many pairs does a sentence of two words have, and how many does your loop see?",
      value: (probabilities, sentence) => lossBy(probabilities, pairsOf(sentence.slice(0, -1))),
    },
    {
      name: "first-pair-forgotten",
      hint: "The first word has no word before it. With which word does your loop begin?",
      value: (probabilities, sentence) => lossBy(probabilities, pairsOf(sentence.slice(1))),
    },
    {
      name: "bits",
      hint: "Which base does your logarithm have? Which one does the exercise ask for?",
      value: (probabilities, sentence) => lossBy(probabilities, pairsOf(sentence)) / Math.LN2,
      variants: [(probabilities, sentence) => lossBy(probabilities, pairsOf(sentence)) / Math.LN10],
    },
  ],
};

const small = tableFromRows([
  [0.1, 0.7, 0.2],
  [0.4, 0, 0.6],
  [0.25, 0.25, 0.5],
]);

/** Probabilities of which none is small, shape (V, V). */
function randomModel(V: number, random: Random): Table {
  return mapRows(randomTable(V, V, random), softmax);
}
