import type { Question } from "../question.ts";

/** The questions of lesson 03 by their ids, in the order of the lesson. */
export const softmaxQuiz: Readonly<
  Record<
    | "03-softmax-as-a-bigram-net/unseen-pair"
    | "03-softmax-as-a-bigram-net/shift"
    | "03-softmax-as-a-bigram-net/error-of-the-seen-word"
    | "03-softmax-as-a-bigram-net/no-target",
    Question
  >
> = {
  "03-softmax-as-a-bigram-net/unseen-pair": {
    question:
      "The sentence the king walks the dog is not in the corpus, since walks never comes after king. What is its mean loss with the counted shares?",
    choices: [
      {
        text: "About log 10, as the model knows nothing of this pair",
        why: "That would be a probability of 1/10 for each word. But the counts do say something of king: rules and loves share everything, and walks gets 0.",
      },
      {
        text: "Infinite, as one of its four pairs has the probability 0",
        why: "−log 0 = ∞, and one infinite term makes the whole mean infinite. The model calls a sentence impossible that we can read.",
        right: true,
      },
      {
        text: "The mean of the three other pairs, as 0 · log 0 counts as 0",
        why: "The weight of a pair is how often it comes, and 0 · log 0 counts as 0 if it never comes. Here the pair has come: its weight is 1/4, and only the prediction is 0.",
      },
    ],
  },
  "03-softmax-as-a-bigram-net/shift": {
    question: "Add 5 to every score of the row. How do the probabilities change?",
    choices: [
      {
        text: "The largest one grows, and the others shrink",
        why: "That happens if every score is multiplied by a number above 1, since then the differences grow. An added number leaves them as they are.",
      },
      {
        text: "All come nearer to each other",
        why: "Compared with 5 the old differences look small, but the softmax does not divide scores. Only differences count in it, and they are as before.",
      },
      {
        text: "Each becomes e⁵ times as large",
        why: "Each power does, and so does their sum. The two factors cancel, and the probabilities still add up to 1.",
      },
      {
        text: "They do not change",
        why: "ŷᵢ / ŷⱼ depends on zᵢ − zⱼ alone, and 5 − 5 = 0. So one number of each row is free.",
        right: true,
      },
    ],
  },
  "03-softmax-as-a-bigram-net/error-of-the-seen-word": {
    question:
      "A model gives the word that really came the probability 0.3. What is the error of its score, ∂L/∂z?",
    choices: [
      {
        text: "−0.7",
        why: "ŷ − y = 0.3 − 1. It is negative, and descent goes against it: the score of the seen word rises.",
        right: true,
      },
      {
        text: "0.7",
        why: "That is observed minus predicted. Descent subtracts the gradient, so with this sign the score of the seen word would fall with each step.",
      },
      {
        text: "0.3",
        why: "That is the error of a word that did not come. The seen word has y = 1, which is still to be subtracted.",
      },
      {
        text: "−3.33",
        why: "−1 / 0.3 is the derivative of −log ŷ by ŷ. The chain goes on from ŷ to z, with the factor ŷ (1 − ŷ) = 0.21, and −3.33 · 0.21 = −0.7.",
      },
    ],
  },
  "03-softmax-as-a-bigram-net/no-target": {
    question:
      "Someone forgets y and takes ŷ alone for the error. All scores begin at 0. What does the loss do?",
    choices: [
      {
        text: "It falls, but more slowly than with the right error",
        why: "Nothing in ŷ says which word came, so no step can favour that word. A loss that falls needs this knowledge.",
      },
      {
        text: "It rises, as the score of the seen word falls too",
        why: "It does fall, but by the same number as all other scores, because all ten errors of a row are equal. The softmax does not see a shift.",
      },
      {
        text: "It stays where it is, and the scores run away",
        why: "All ten scores of a row fall by the same number in each step, and the softmax does not see that. So the loss stays at log 10. That the errors add up to 1, not to 0, gives the slip away.",
        right: true,
      },
    ],
  },
};
