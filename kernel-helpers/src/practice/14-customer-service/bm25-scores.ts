import { type Random, randomBelow } from "../../base/index.ts";
import type { Exercise } from "../../check/index.ts";
import { idfOf, scoresBy } from "./bm25-by.ts";

type Bm25Scores = (
  documents: readonly (readonly string[])[],
  query: readonly string[],
  k1: number,
  b: number,
) => Float64Array;

/** Σ over the words of the query of log(1 + (N - df + 0.5) / (df + 0.5)) · tf (k1 + 1) / (tf + k1 (1 - b + b |i| / m)), for each document i. */
export const bm25Scores: Exercise<Bm25Scores> = {
  id: "14-customer-service/bm25-scores",
  points: 3,
  equation: "Robertson and Zaragoza 2009, section 3.4",
  parameters: ["documents", "query", "k1", "b"],
  instances: (random) => [
    [[["disk"], ["disk", "font"]], ["font"], 1.2, 0.75],
    [[["disk", "disk"], ["disk", "font", "key", "key"], ["key"]], ["disk"], 1.2, 0.75],
    [FONTS, ["font", "font", "key"], 1.2, 0.75], // a word of the query comes twice
    [FONTS, ["disk", "printer"], 1.5, 0.6], // one that no document has
    [FONTS, ["the"], 1.2, 0.75], // one that every document has
    [FONTS, ["font", "the"], 2, 0.9],
    [FONTS, ["font", "disk"], 0.5, 0], // the length does not count
    [FONTS, [], 1.2, 0.75],
    [[...FONTS, ...FONTS], ["font", "key"], 1.2, 0.75], // each document twice
    ...Array.from(
      { length: 4 },
      (): Parameters<Bm25Scores> => [
        Array.from({ length: 5 }, (_, i) => words(2 + 3 * i, random)),
        words(4, random),
        1 + random(),
        0.3 + 0.6 * random(),
      ],
    ),
  ],
  expected: (documents, query, k1, b) => scoresBy({ documents, query, k1, b }),
  tolerance: 1e-9,
  hints: [
    "Which parts of the formula belong to the word alone, which to the document alone, and which to both?",
    "Take two documents of the same length that have the word once and twice. How much larger may the second score be, if k1 is small?",
    "Write down df, tf, |i| and m for the smallest case by hand. Which of these four does your code compute otherwise?",
  ],
  knownMistakes: [
    {
      name: "length-forgotten",
      hint: "A long document has every word by chance. Does your score know how long the document is?",
      value: (documents, query, k1, b) => scoresBy({ documents, query, k1, b, held: () => 1 }),
      variants: [(documents, query, k1, b) => scoresBy({ documents, query, k1, b, held: () => 1 - b })],
    },
    {
      name: "length-upside-down",
      hint: "Should a document that is longer than the mean score more for one occurrence, or less? And in your formula?",
      value: (documents, query, k1, b) =>
        scoresBy({ documents, query, k1, b, held: (length, mean) => 1 - b + (b * mean) / length }),
    },
    {
      name: "length-in-words",
      hint: "If every document had twice as many words, should b count for more? What is the length compared with?",
      value: (documents, query, k1, b) =>
        scoresBy({ documents, query, k1, b, held: (length) => 1 - b + b * length }),
    },
    {
      name: "sum-for-mean",
      hint: "What is m for two documents of one word each: 1, or 2?",
      value: (documents, query, k1, b) => scoresBy({ documents, query, k1, b, meanOf: (total) => total }),
    },
    {
      name: "different-words-for-length",
      hint: "How long is a text of three words that are the same word? What does your code count?",
      value: (documents, query, k1, b) =>
        scoresBy({ documents, query, k1, b, lengthOf: (document) => new Set(document).size }),
    },
    {
      name: "idf-forgotten",
      hint: "Does a word that every document has say as much as one that only one has? Does it in your sum?",
      value: (documents, query, k1, b) => scoresBy({ documents, query, k1, b, idf: () => 1 }),
    },
    {
      name: "idf-of-another-formula",
      hint: "What is your idf of a word that every document has? What does the exercise's formula give for it?",
      value: (documents, query, k1, b) =>
        scoresBy({ documents, query, k1, b, idf: (N, df) => Math.log(N / df) }),
      variants: [
        (documents, query, k1, b) =>
          scoresBy({ documents, query, k1, b, idf: (N, df) => Math.log((1 + N) / (1 + df)) + 1 }),
      ],
    },
    {
      name: "idf-below-zero",
      hint: "Can a document that has a word of the query score less than one without it? Which number in the logarithm prevents that?",
      value: (documents, query, k1, b) =>
        scoresBy({ documents, query, k1, b, idf: (N, df) => Math.log((N - df + 0.5) / (df + 0.5)) }),
    },
    {
      name: "occurrences-for-documents",
      hint: "A document has the word five times. By how much does it raise df?",
      value: (documents, query, k1, b) =>
        scoresBy({
          documents,
          query,
          k1,
          b,
          frequency: (word) => documents.flat().filter((other) => other === word).length,
        }),
    },
    {
      name: "saturation-forgotten",
      hint: "Is a document that has the word ten times ten times as good? What does k1 do about that?",
      value: (documents, query, k1, b) => scoresBy({ documents, query, k1, b, weight: (tf) => tf }),
      variants: [
        (documents, query, k1, b) => scoresBy({ documents, query, k1, b, weight: (tf, h) => tf / h }),
      ],
    },
    {
      name: "factor-forgotten",
      hint: "What is the fraction for a word that occurs once in a document of mean length? What is yours?",
      value: (documents, query, k1, b) =>
        scoresBy({ documents, query, k1, b, weight: (tf, h) => tf / (tf + k1 * h) }),
    },
    {
      name: "repeats-forgotten",
      hint: "The query has a word twice. How often does it stand in the sum?",
      value: (documents, query, k1, b) => scoresBy({ documents, query: [...new Set(query)], k1, b }),
    },
    {
      name: "idf-squared",
      hint: "How often does idf stand in the term of one word?",
      value: (documents, query, k1, b) =>
        scoresBy({ documents, query, k1, b, idf: (N, df) => idfOf(N, df) ** 2 }),
    },
  ],
};

const FONTS: readonly (readonly string[])[] = [
  ["the", "font", "font", "font", "of", "the", "disk"],
  ["the", "key"],
  ["the", "font", "and", "the", "key", "and", "the", "disk", "and", "the", "disk"],
];

/** Words of which the first are frequent. */
function words(count: number, random: Random): string[] {
  return Array.from({ length: count }, () => `w${randomBelow(1 + randomBelow(6, random), random)}`);
}
