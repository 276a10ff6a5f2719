import type { Question } from "../question.ts";

/** The questions of lesson 07 by their ids, in the order of the lesson. */
export const negativeSamplingQuiz: Readonly<
  Record<
    | "07-negative-sampling/uniform-noise"
    | "07-negative-sampling/what-sigma-says"
    | "07-negative-sampling/never-seen",
    Question
  >
> = {
  "07-negative-sampling/uniform-noise": {
    question: "Suppose that Pₙ is uniform, 1/V for each word. What is the softmax of the best scores then?",
    choices: [
      {
        text: "Flatter than p, as each word is also drawn as noise",
        why: "Each word is drawn equally often, so each score is lowered by the same number, log (K/V). A softmax does not see that.",
      },
      {
        text: "Steeper than p, as the logarithm stretches small numbers",
        why: "The softmax undoes the logarithm: e to the power of log p is p again. A factor before the logarithm would make it steeper, and there is none.",
      },
      {
        text: "p itself, as the same number is subtracted from each score",
        why: "The best score is log p − log (K Pₙ), and the second part is now the same for all words. With K = V it is even 0, and negative sampling is NCE.",
        right: true,
      },
    ],
  },
  "07-negative-sampling/what-sigma-says": {
    question:
      "A model is trained with negative sampling and K noise words. For some pair it says σ(u · v) = 0.25. What does this number estimate?",
    choices: [
      {
        text: "How probable the word is near this center, p(c | w)",
        why: "Add σ over all words: nothing makes these numbers add up to 1. They depend not only on p(c | w), but also on how often the word is drawn as noise.",
      },
      {
        text: "How probable it is that such a pair is text and not noise",
        why: "That is the question the model was trained on: p / (p + K Pₙ). With more noise words the same pair gets a smaller number.",
        right: true,
      },
      {
        text: "How similar the two words are, like a cosine",
        why: "u and v are from two tables. The score says how much more often the pair occurs than by chance, and similar words need not stand near each other.",
      },
      {
        text: "How large the share of this pair is among all pairs of the text",
        why: "A rare pair of rare words can have a σ near 1, if it occurs far more often than by chance. The share of a pair alone does not decide.",
      },
    ],
  },
  "07-negative-sampling/never-seen": {
    question: "king and dog never stand near each other. What does the score of this pair do during descent?",
    choices: [
      {
        text: "It falls without end, more and more slowly",
        why: "Only the noise term −log σ(−s) is left, and each step down makes it smaller. The slope σ(s) is nearly 0 there, but never 0. The best score is log 0 = −∞.",
        right: true,
      },
      {
        text: "It falls to −log K and stays there",
        why: "There PMI is 0: the pair is as frequent as chance makes it. A pair that never occurs is rarer than that.",
      },
      {
        text: "It stays where it began, as the pair is never trained",
        why: "It is trained, as noise: dog is drawn for the center king too. Each draw lowers the score.",
      },
      {
        text: "It returns to 0, where the model is undecided",
        why: "At 0 the model says yes with ½. It has seen only no for this pair, so ½ is far too much.",
      },
    ],
  },
};
