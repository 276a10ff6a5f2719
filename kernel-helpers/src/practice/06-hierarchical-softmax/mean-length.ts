import { type Random, randomBelow } from "../../base/index.ts";
import type { Exercise } from "../../check/index.ts";

type MeanLength = (counts: readonly number[]) => number;

/** The mean length of a path in Huffman's tree, Σ_w f_w ℓ_w; it does not depend on how ties are broken. */
export const meanLength: Exercise<MeanLength> = {
  id: "06-hierarchical-softmax/mean-length",
  points: 2,
  equation: "Huffman 1952",
  parameters: ["counts"],
  instances: (random) => [
    [[4, 2, 1]],
    [[5]], // nothing to ask
    [[7, 1]],
    [[3, 3]],
    [[1, 1, 1, 1, 1]],
    [[12, 2, 2, 2, 2, 2, 2, 2, 2, 2]], // the toy corpus
    [[1, 2, 3, 5, 8, 13, 21]], // a chain is best
    [[2, 100, 10, 9, 30, 1]], // as text, "100" comes before "2"
    [[1e9, 1, 1e9, 2, 1e9, 3]],
    [randomCounts(12, 20, random)],
    [randomCounts(40, 1000, random)],
  ],
  expected: (counts) => questionsBy(counts, byWeight) / sum(counts),
  tolerance: 1e-9,
  hints: [
    "Which two of the weights are joined first? Which numbers are in your list after the first join?",
    "Each join puts one question more before some of the words. How often in the text is this question asked?",
    "Make the joins for [4, 2, 1] by hand: which new weights arise? How do they lead to (4 · 1 + 2 · 2 + 1 · 2) / 7?",
  ],
  knownMistakes: [
    {
      name: "not-divided",
      hint: "Your number is that of all questions for the whole text. What is the mean for one word of the text?",
      value: (counts) => questionsBy(counts, byWeight),
    },
    {
      name: "divided-by-words",
      hint: "Do you divide by the number of different words, or by the number of words in the text?",
      value: (counts) => questionsBy(counts, byWeight) / counts.length,
    },
    {
      name: "not-sorted-again",
      hint: "A new node has a weight of its own. Is your list still in order after the node has been put into it?",
      value: (counts) =>
        questionsBy(
          [...counts].sort((a, b) => a - b),
          () => {},
        ) / sum(counts),
      variants: [
        (counts) =>
          questionsBy(
            [...counts].sort((a, b) => a - b),
            () => {},
            { front: true },
          ) / sum(counts),
      ],
    },
    {
      name: "never-sorted",
      hint: "Are the counts that you are given in any order? Which two of them are the lightest?",
      value: (counts) => questionsBy(counts, () => {}) / sum(counts),
    },
    {
      name: "sorted-as-text",
      hint: "What does [9, 10, 100].sort() give, and why?",
      value: (counts) => questionsBy(counts, (weights) => weights.sort()) / sum(counts),
    },
    {
      name: "heaviest-joined",
      hint: "Which words get the long paths in your tree: the rare ones, or the frequent ones?",
      value: (counts) => questionsBy(counts, (weights) => weights.sort((a, b) => b - a)) / sum(counts),
    },
    {
      name: "root-forgotten",
      hint: "How many joins does a tree of V words need? What does your function give for two words, which need one question?",
      value: (counts) => Math.max(0, questionsBy(counts, byWeight) / sum(counts) - 1),
      variants: [(counts) => questionsBy(counts, byWeight) / sum(counts) - 1],
    },
    {
      name: "leaf-counted",
      hint: "A path has one question for each inner node on it. Is a question asked at the word itself?",
      value: (counts) => questionsBy(counts, byWeight) / sum(counts) + 1,
    },
    {
      name: "entropy",
      hint: "No tree has a mean length below your number. Does Huffman's tree reach it for every list of counts?",
      value: (counts) => counts.reduce((bits, n) => bits - (n / sum(counts)) * Math.log2(n / sum(counts)), 0),
    },
    {
      name: "logarithms-rounded-up",
      hint: "Is each path in Huffman's tree as long as -log₂ f, rounded up? Try it for the counts 7 and 1.",
      value: (counts) =>
        counts.reduce((bits, n) => bits + (n / sum(counts)) * Math.ceil(-Math.log2(n / sum(counts))), 0),
    },
    {
      name: "equal-paths",
      hint: "Are all paths of the tree of the same length? What do you need the counts for?",
      value: (counts) => Math.log2(counts.length),
      variants: [(counts) => Math.ceil(Math.log2(counts.length))],
    },
  ],
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);

const byWeight = (weights: number[]): unknown => weights.sort((a, b) => a - b);

/** The sum of all new weights, if before each join `order` puts the weights in order and the first two are joined. */
function questionsBy(
  counts: readonly number[],
  order: (weights: number[]) => unknown,
  { front = false }: { readonly front?: boolean } = {},
): number {
  const weights = [...counts];
  let questions = 0;
  while (weights.length > 1) {
    order(weights);
    const joined = sum(weights.splice(0, 2));
    questions += joined;
    if (front) weights.unshift(joined);
    else weights.push(joined);
  }
  return questions;
}

/** Counts from 1 to `most` in no order. */
function randomCounts(words: number, most: number, random: Random): number[] {
  return Array.from({ length: words }, () => 1 + randomBelow(most, random));
}
