import type { Question } from "../question.ts";

/** The questions of lesson 13 by their ids, in the order of the lesson. */
export const sentimentQuiz: Readonly<
  Record<
    | "13-sentiment/unlabelled-word"
    | "13-sentiment/best-of-twenty"
    | "13-sentiment/more-labels"
    | "13-sentiment/nothing-to-prompt",
    Question
  >
> = {
  "13-sentiment/unlabelled-word": {
    question:
      "Full tuning moves the vectors too. What happens to that of a word which stands in no labelled text?",
    choices: [
      {
        text: "It moves along with the words that it is similar to",
        why: "Only the words of a text have a part in its loss, so only their rows have a gradient. Nothing connects two rows of the table.",
      },
      {
        text: "Nothing: it stays as it was trained before",
        why: "Its gradient is 0, as it is in no h. So the dense layer learns to read vectors that have moved, and meets unmoved ones among new texts.",
        right: true,
      },
      {
        text: "It falls towards 0, as no text holds it up",
        why: "There is no term in the loss that pulls vectors to 0. A row without a gradient stays as it is.",
      },
    ],
  },
  "13-sentiment/best-of-twenty": {
    question:
      "Twenty settings are tried, and the best of them reaches 0.83 on the validation part. What is the best guess for texts that are new?",
    choices: [
      {
        text: "A bit below 0.83, as it is the luckiest of twenty",
        why: "Each of the twenty scores is right on average, but we kept the largest. It owes a part of its place to luck with these texts, which new texts do not repeat.",
        right: true,
      },
      {
        text: "0.83, as no text of this part was trained on",
        why: "Nothing was fitted on this part, but something was chosen by it, and that is fitting with one decision. Only a part without any say gives an honest number.",
      },
      {
        text: "A bit above 0.83, as there will be more texts",
        why: "More texts make the number more certain, not larger.",
      },
    ],
  },
  "13-sentiment/more-labels": {
    question:
      "Suppose that with 100 labelled texts frozen vectors beat counted words. Labels are added, up to ten thousand. What happens?",
    choices: [
      {
        text: "Frozen stays ahead, as its head start is never lost",
        why: "A frozen classifier fits one number for each of the d places of h, and soon has what they can give. Each word of a bag has a weight of its own, and more labels make more of them useful.",
      },
      {
        text: "Both meet at one accuracy, as both see the same labels",
        why: "They see the same labels through different windows. The mean vector, d numbers, no longer tells which words there were, and no number of labels brings that back.",
      },
      {
        text: "Words catch up and overtake, as they have more weights to fit",
        why: "With few labels most words were never seen, with many most were, each with its own weight. The mean vector has only d numbers to learn from.",
        right: true,
      },
    ],
  },
  "13-sentiment/nothing-to-prompt": {
    question:
      "Large language models classify when one asks them to: they are prompted. Why can word vectors not be prompted?",
    choices: [
      {
        text: "They are too short: a prompt needs more numbers",
        why: "Length is not what is missing. A table of a million numbers for each word would still only be looked up.",
      },
      {
        text: "They were trained on texts that have no questions",
        why: "Questions in the text would give the word 'why' another vector. They would not give the table a way to answer.",
      },
      {
        text: "They can: the prompt is a text, and has a mean vector",
        why: "Then h becomes a weighted mean of the text's vector and the prompt's: the prompt pulls every text towards the same point, whatever it asks for.",
      },
      {
        text: "A table has one row for a word, whatever stands around it",
        why: "Nothing is computed from the words together, so no word can change what another one does. What is left is to compare vectors.",
        right: true,
      },
    ],
  },
};
