import type { Question } from "../question.ts";

/** The questions of lesson 10 by their ids, in the order of the lesson. */
export const batchesAndGpuQuiz: Readonly<
  Record<
    "10-batches-and-gpu/mean-loss" | "10-batches-and-gpu/gradient-shape" | "10-batches-and-gpu/small-batches",
    Question
  >
> = {
  "10-batches-and-gpu/mean-loss": {
    question:
      "You trained pair by pair with α = 0.05. Now you take batches of 256 pairs and their mean loss, and leave α as it is. What changes?",
    choices: [
      {
        text: "Nothing: sum and mean have their minimum at the same place",
        why: "They have, but a step is not the minimum. The gradient of the mean is that of the sum divided by 256, and so is the move.",
      },
      {
        text: "Each word moves 256 times as far in a step",
        why: "The sum could do that, for a word at all 256 places. The mean divides what the places add up to by 256.",
      },
      {
        text: "The noise of single pairs goes, and training becomes faster",
        why: "The direction is less noisy, but the number of steps per pass is 256 times smaller, and each one is no longer than that of one pair. Training comes less far.",
      },
      {
        text: "Each pair pulls 256 times more weakly than before",
        why: "The mean gives each pair the weight 1/256. To make the same step as with the sum, α must be 256 times as large.",
        right: true,
      },
    ],
  },
  "10-batches-and-gpu/gradient-shape": {
    question:
      "The input table has 1,000 rows of 50 numbers, and a batch reads 256 of its rows with gather. What shape is the gradient that autodiff returns for the table?",
    choices: [
      {
        text: "256 × 50, one row for each place of the batch",
        why: "Autodiff has these rows on the way. But it returns a gradient for the variable, so it adds them up in a table of zeros.",
      },
      {
        text: "1,000 × 50, one number for each number of the table",
        why: "The gradient of a tensor always has its shape. The rows of words that are not in the batch are 0, and they cost time and memory like all others.",
        right: true,
      },
      {
        text: "One row of 50 for each different word of the batch",
        why: "Only these rows are not 0, and a trainer that goes by rows stores no others. Autodiff does not know which rows it could leave out.",
      },
    ],
  },
  "10-batches-and-gpu/small-batches": {
    question: "Why does a GPU gain so little from a batch of 64 pairs?",
    choices: [
      {
        text: "To start an operation costs more than its arithmetic",
        why: "Each operation is sent to the device, however small it is. With more pairs in a batch the same cost is shared by more of them, until arithmetic takes most of the time.",
        right: true,
      },
      {
        text: "It computes in float32 and must correct its rounding",
        why: "It computes in float32 with batches of any size, and corrects nothing. Rounding changes the last digits, not the time.",
      },
      {
        text: "The gradients of a small batch are less exact",
        why: "They vary more from batch to batch, which matters for learning. The time of a step does not depend on it.",
      },
      {
        text: "Most of its rows are read twice, and must wait for each other",
        why: "Rows repeat more often in a large batch than in a small one, because frequent words come again. So this would slow down the large one.",
      },
    ],
  },
};
