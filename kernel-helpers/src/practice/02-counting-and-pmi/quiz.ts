import type { Question } from "../question.ts";

/** The questions of lesson 02 by their ids, in the order of the lesson. */
export const countingAndPmiQuiz: Readonly<
  Record<
    "02-counting-and-pmi/larger-pmi" | "02-counting-and-pmi/rare-words" | "02-counting-and-pmi/never-seen",
    Question
  >
> = {
  "02-counting-and-pmi/larger-pmi": {
    question:
      "Near king the word the stands four times, with #(king) = 6 and #(the) = 30. Near rules the word land stands twice, with #(rules) = 8 and #(land) = 4. Which pair has the larger PMI?",
    choices: [
      {
        text: "king, the: it occurs twice as often as the other pair",
        why: "PMI divides the count by what chance would give. By chance king, the would occur 6 · 30 / 84 ≈ 2.1 times, so four is not even twice as often.",
      },
      {
        text: "Both have the same, as PMI leaves the counts out",
        why: "It starts from the count of the pair. It only divides it by #(w) · #(c) / |D|, the count that chance would give, and that differs here.",
      },
      {
        text: "rules, land: two of the four pairs of land are with rules",
        why: "By chance the pair would occur 8 · 4 / 84 ≈ 0.4 times. Two times is 5.25 times as often.",
        right: true,
      },
    ],
  },
  "02-counting-and-pmi/rare-words": {
    question:
      "Take the mean of PMI over the pairs that occur in the real text. For which words is it highest?",
    choices: [
      {
        text: "For rare words",
        why: "A word with few pairs easily has a share P(c | w) that is large by chance. And PMI cannot rise above log 1 / P(w), which is highest for a rare word.",
        right: true,
      },
      {
        text: "For frequent words",
        why: "They have the largest counts, but chance explains most of them. Their pairs are about as frequent as expected, so their PMI is near 0.",
      },
      {
        text: "For words of middle frequency",
        why: "These are the words that one would like to have on top. But the mean falls with frequency from the rarest words on: see the table.",
      },
      {
        text: "For none: PMI takes frequency out",
        why: "It takes out what frequency does to the expected count. What chance does to a small count stays in, and that is largest for rare words.",
      },
    ],
  },
  "02-counting-and-pmi/never-seen": {
    question:
      "Write −5 in place of −∞ for the pairs that never occur, and keep the other negative values. Will the vectors find the countries and months better or worse than with zeros?",
    choices: [
      {
        text: "Better: the table now tells never from about as often as by chance",
        why: "It would if the text were long enough to tell. Most of these pairs are missing only because the text is short.",
      },
      {
        text: "Worse: the table now says mostly which pairs did not occur",
        why: "Most cells are such pairs. The SVD spends its best terms on them, and they tell little more than how frequent a word is.",
        right: true,
      },
      {
        text: "No different: the SVD keeps what is large and drops the rest",
        why: "For the SVD −5 is as large as 5, since it makes the squares of the errors small. These cells now weigh more than all others together.",
      },
    ],
  },
};
