import type { Question } from "../question.ts";

/** The questions of lesson 14 by their ids, in the order of the lesson. */
export const customerServiceQuiz: Readonly<
  Record<
    | "14-customer-service/long-answer"
    | "14-customer-service/unknown-words"
    | "14-customer-service/higher-threshold"
    | "14-customer-service/split-by-sentence",
    Question
  >
> = {
  "14-customer-service/long-answer": {
    question:
      "Two sections have the word kernel once each. One has 40 words, the other 400. Which one does BM25 put first for the question: kernel?",
    choices: [
      {
        text: "The long one, as it has more to say about it",
        why: "It has more words, but only one of them is kernel. A long text has any word more easily by chance, so the word says less there.",
      },
      {
        text: "The short one, as the word is a larger part of it",
        why: "The length stands in the denominator: b says how much of it counts. With b = 0 the two would be equal, with b = 1 the difference is largest.",
        right: true,
      },
      {
        text: "Neither, as both have the word equally often",
        why: "The occurrences are equal, but BM25 divides by a number that grows with the length of the section. Only b = 0 would make them equal.",
      },
    ],
  },
  "14-customer-service/unknown-words": {
    question:
      "A question has six words, and two of them have a vector. The mean is divided by six in place of two. What happens to the cosine with each section?",
    choices: [
      {
        text: "It becomes a third of what it was",
        why: "The vector becomes a third as long, and the cosine divides by its length again. Try it with a vector and its third.",
      },
      {
        text: "It falls, and more for sections whose vectors are long",
        why: "The cosine divides by the lengths of both vectors, so neither of them has a say.",
      },
      {
        text: "Nothing, but a classifier of such vectors would notice",
        why: "A factor above 0 cancels in the cosine. A linear classifier adds up the numbers as they are, and its threshold was fitted to other lengths.",
        right: true,
      },
    ],
  },
  "14-customer-service/higher-threshold": {
    question:
      "The threshold of the fallback is raised. What can happen to the share of false answers (the first) and to the share of false fallbacks (the second)?",
    choices: [
      {
        text: "The first falls or stays, the second rises or stays",
        why: "Whatever a higher threshold lets through, a lower one lets through as well. So the first share can only fall or stay, and the second can only rise or stay.",
        right: true,
      },
      {
        text: "Both fall, as the answers that are left are surer",
        why: "The answers that are left are surer, but more known questions get none. That is the second error.",
      },
      {
        text: "The first falls or stays, the second may fall or rise",
        why: "A known question that got no answer at the lower threshold gets none at the higher one either. So the second share cannot fall.",
      },
      {
        text: "That depends on how well the scores tell the questions apart",
        why: "How much the shares change depends on the scores, but not in which direction: that follows from comparing with one number.",
      },
    ],
  },
  "14-customer-service/split-by-sentence": {
    question:
      "A template gives: turn on the lamp, turn on the heater, turn on the radio. The sentences are split at random. What does the test then measure?",
    choices: [
      {
        text: "How well the classifier knows patterns that it has seen",
        why: "Nearly every pattern of the test has a sister in training. A pattern that somebody thinks of tomorrow is another matter.",
        right: true,
      },
      {
        text: "How well it knows new patterns, as no sentence is in both parts",
        why: "No sentence is in both parts, but turn on the … is. The device is all that is new, and the intent does not depend on it.",
      },
      {
        text: "Nothing, as the three sentences have different words",
        why: "They share three words of four, and these are the ones that tell the intent.",
      },
    ],
  },
};
