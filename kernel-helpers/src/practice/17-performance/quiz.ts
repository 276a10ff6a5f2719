import type { Question } from "../question.ts";

/** The questions of lesson 17 by their ids, in the order of the lesson. */
export const performanceQuiz: Readonly<
  Record<
    "17-performance/under-the-roof" | "17-performance/shared-noise" | "17-performance/more-threads",
    Question
  >
> = {
  "17-performance/under-the-roof": {
    question:
      "A loop does half an operation for each byte, and the roofline of your machine bends at four operations per byte. The loop runs at the height of the roof above it. What makes it faster?",
    choices: [
      {
        text: "Instructions that multiply four numbers at once",
        why: "They raise the flat part of the roof. The loop stands under the slope, where it waits for memory, and would wait as long as before.",
      },
      {
        text: "More operations with each row while it is there",
        why: "That moves the loop to the right, to a place where the slope is higher. A window that shares its noise words does so.",
        right: true,
      },
      {
        text: "Vectors of half the length, with fewer operations for each row",
        why: "Half the operations and half the bytes: the intensity is the same, and so is the number of operations per second. A window takes less time, but only because it does less.",
      },
      {
        text: "Nothing: it is already at the roof",
        why: "The roof is what this intensity allows. Another order of the same work can have another intensity.",
      },
    ],
  },
  "17-performance/shared-noise": {
    question:
      "All words of a window share one draw of noise words. What is different from a draw for each pair?",
    choices: [
      {
        text: "The expected gradient, since the pairs are no longer independent",
        why: "An expectation of a sum is the sum of the expectations, whether its terms are independent or not. Each pair still meets noise words of the same distribution.",
      },
      {
        text: "The variance of the gradient of a single context word",
        why: "A single context word meets K noise words from the same distribution in both cases, so its gradient has the same variance. You measured it.",
      },
      {
        text: "The context words of a window move by the same noise",
        why: "Their moves are correlated, so what they have in common varies more from window to window. The expectation is the same.",
        right: true,
      },
    ],
  },
  "17-performance/more-threads": {
    question:
      "Reading and counting a text takes 2 s on one thread, training 8 s, which threads can share. How much faster is the whole with very many threads?",
    choices: [
      {
        text: "Five times, since the 2 s remain",
        why: "10 s become 2 s and a little: that is the limit of Amdahl's law, 1 divided by the share that nobody can share.",
        right: true,
      },
      {
        text: "Eight times: the 8 s can be divided as often as one likes",
        why: "They can, but the 2 s before them cannot. The ratio of the whole times counts.",
      },
      {
        text: "Four times, as much as training takes longer than counting",
        why: "8 / 2 compares two parts on one thread. The question is how long both parts together take before and after.",
      },
      {
        text: "As many times as there are threads",
        why: "That would need all 10 s to be divided. Even with no loss at all the 2 s take 2 s.",
      },
    ],
  },
};
