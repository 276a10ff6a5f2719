import type { Question } from "../question.ts";

/** The questions of lesson 01 by their ids, in the order of the lesson. */
export const readingVectorsQuiz: Readonly<
  Record<
    "01-reading-vectors/ten-times" | "01-reading-vectors/high-cosine" | "01-reading-vectors/word-of-question",
    Question
  >
> = {
  "01-reading-vectors/ten-times": {
    question:
      "Make the vector of queen ten times as long. How near should its meaning then be to the meaning of king?",
    choices: [
      {
        text: "As near as before",
        why: "Only the length has changed, and the direction has not. A frequent word has a long vector, and that does not change what it means. So we want a measure of direction alone.",
        right: true,
      },
      {
        text: "Farther away",
        why: "The points are farther apart, but so are those of two words with the same meaning if one of them is ten times as frequent. The distance of points mixes meaning with frequency.",
      },
      {
        text: "Nearer",
        why: "The dot product of the two grows tenfold. But it grows with any other word in the same way, also with words that have nothing to do with queen.",
      },
    ],
  },
  "01-reading-vectors/high-cosine": {
    question: "The count vectors of two words have a high cosine. What does that say about the two words?",
    choices: [
      {
        text: "They often stand next to each other in a text",
        why: "That is a single count, the number of one word in the row of the other. Two words that never meet can still have the same words around them.",
      },
      {
        text: "They mean nearly the same",
        why: "They are used alike, and so are opposites: increase and reduction stand among the same words. Look for their places further down.",
      },
      {
        text: "They stand among the same words in similar shares",
        why: "A row holds the counts of the words around, and the cosine compares the proportions inside two rows. It knows nothing else.",
        right: true,
      },
      {
        text: "They are about equally frequent",
        why: "A word that is ten times as frequent has a row that is about ten times as long. The cosine divides by the lengths, so this does not show in it.",
      },
    ],
  },
  "01-reading-vectors/word-of-question": {
    question: "Why is french itself the word that is nearest to french − france + spain?",
    choices: [
      {
        text: "The three vectors have different lengths, and the longest decides",
        why: "Each was divided by its length before the sum, in the function unitOf. So all three have the same weight.",
      },
      {
        text: "The vectors of france and spain are alike and nearly cancel",
        why: "What france takes away, spain gives back. What is left is little more than french, and the cosine of french with itself is 1.",
        right: true,
      },
      {
        text: "The first word of an analogy always comes out first",
        why: "With the six vectors made by hand queen came first, although no word was left out. It depends on the vectors.",
      },
    ],
  },
};
