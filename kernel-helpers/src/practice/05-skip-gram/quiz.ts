import type { Question } from "../question.ts";

/** The questions of lesson 05 by their ids, in the order of the lesson. */
export const skipGramQuiz: Readonly<
  Record<"05-skip-gram/two-tables" | "05-skip-gram/hardest-pull" | "05-skip-gram/no-noise", Question>
> = {
  "05-skip-gram/two-tables": {
    question:
      "The center is loves, and king was seen near it. Which two vectors make the score of this pair?",
    choices: [
      {
        text: "The input vectors of both words",
        why: "Then the score of a word with itself would be |v|², which is never negative. The model could hardly say that a word does not stand next to itself.",
      },
      {
        text: "The output vector of loves and the input vector of king",
        why: "That is the pair the other way round, as word2vec.c walks through a window: king predicts loves. Here the center predicts.",
      },
      {
        text: "The means of the input and output vectors of each word",
        why: "Some programs add the two tables after training. In training each part of a word learns by itself: one as center, one as candidate.",
      },
      {
        text: "The input vector of loves and the output vector of king",
        why: "The center enters by its input vector, and each candidate for its context is judged by its output vector: z = u · v.",
        right: true,
      },
    ],
  },
  "05-skip-gram/hardest-pull": {
    question:
      "Let z = u · v be the score of a word that was seen near the center. For which z does its term −log σ(z) pull the two vectors together hardest?",
    choices: [
      {
        text: "For a very negative z",
        why: "The pull is 1 − σ(z), the distance from yes. It is nearly 1 where the model is sure and wrong. A noise word has the error σ(z) and pushes hardest at a very positive z.",
        right: true,
      },
      {
        text: "For a very positive z",
        why: "There the model already says yes, and σ(z) − 1 is nearly 0. What is right already needs no move.",
      },
      {
        text: "For z near 0, where σ is steepest",
        why: "That is the slope of σ itself, σ(1 − σ). The loss is −log σ, and the logarithm divides by σ: what remains is 1 − σ(z).",
      },
      {
        text: "For each z alike",
        why: "A pull that never ends would make the vectors longer with each step, even where the model is sure and right. The term for a seen word stops at 1 − σ(z) = 0.",
      },
    ],
  },
  "05-skip-gram/no-noise": {
    question: "Leave the noise out, K = 0. What happens to the vectors of the ten words?",
    choices: [
      {
        text: "Words that are used alike come together, the others stay apart",
        why: "Nothing keeps any two words apart. Each word is seen with others, and these with others again, so the pull reaches all of them.",
      },
      {
        text: "They all turn into one direction and grow longer",
        why: "That makes every dot product large and positive, which is all that −log σ(u · v) asks for. The loss falls, and the cosines of all words go towards 1.",
        right: true,
      },
      {
        text: "They shrink to 0, as nothing is left to be told apart",
        why: "With vectors of 0 each term of the loss is −log ½ = log 2. Longer vectors that point one way make it smaller.",
      },
    ],
  },
};
