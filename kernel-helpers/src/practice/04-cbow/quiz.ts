import type { Question } from "../question.ts";

/** The questions of lesson 04 by their ids, in the order of the lesson. */
export const cbowQuiz: Readonly<
  Record<"04-cbow/output-rows" | "04-cbow/share-of-a-place" | "04-cbow/small-rate", Question>
> = {
  "04-cbow/output-rows": {
    question:
      "The context is the, king, the, queen, and the true center is loves. Which output vectors does one step with the softmax move?",
    choices: [
      {
        text: "That of loves, the true center",
        why: "The loss also contains log Σ eᶻ, in which every word stands. Each word that got some probability has an error, and its vector moves away from h.",
      },
      {
        text: "Those of the, king and queen, the words of the context",
        why: "Words of the context use the other table: their input vectors make h. An output vector takes part as a candidate for the gap.",
      },
      {
        text: "Those of all ten words of the vocabulary",
        why: "No probability of a softmax is 0, so no error is 0 either, and ∂L/∂uⱼ = eⱼ h. That is what makes the softmax slow for many words.",
        right: true,
      },
      {
        text: "Those of the words that are likelier than loves",
        why: "They move farther than unlikely words, since their errors are larger. But a small probability is an error too, and moves its vector a little.",
      },
    ],
  },
  "04-cbow/share-of-a-place": {
    question:
      "The context the, king, the, queen has four places. How much of ∂L/∂h goes to the input vector of king?",
    choices: [
      {
        text: "All of it, as to each word of the context",
        why: "That is what word2vec.c does, and four times the gradient: h moves by only δ/4 when the vector of king moves by δ. Section 4 judges this rule by numbers.",
      },
      {
        text: "A quarter of it",
        why: "h is the mean of four places, so a move of δ at one place moves h by δ/4. The same 1/C comes back in the gradient.",
        right: true,
      },
      {
        text: "A third of it, as there are three different words",
        why: "C counts places, not different words. The word that stands twice gets two shares of a quarter.",
      },
      {
        text: "As much as its part in h: more for a long vector",
        why: "The derivative of a mean does not depend on the numbers in it. A long vector has more weight in h, but moves h no faster.",
      },
    ],
  },
  "04-cbow/small-rate": {
    question:
      "Train as before, but with the rate 0.025 in place of 0.1. How high will the mean cosine of the 40 words be?",
    choices: [
      {
        text: "Higher: the training ends at an earlier stage",
        why: "In the first steps all vectors turn the same way, and only later apart. With a quarter of the rate the same five passes end at an earlier stage.",
        right: true,
      },
      {
        text: "Lower: small steps find the differences more exactly",
        why: "They would, with more passes. Here the number of steps stays the same, so small steps come less far.",
      },
      {
        text: "The same: a cosine does not depend on lengths",
        why: "The rate changes how long the vectors are, and also how far they have turned. The turning is what a cosine sees.",
      },
    ],
  },
};
