import type { Exercise } from "../../check/index.ts";
import { type SkipGramPair, skipGramPairs } from "../../pairs/index.ts";
import { randomIds } from "../random-inputs.ts";

type Pairs = (sentence: readonly number[], window: number) => SkipGramPair[];

/** (w_t, w_{t+j}) for -m <= j <= m, j ≠ 0, inside the sentence. */
export const pairs: Exercise<Pairs> = {
  id: "05-skip-gram/pairs",
  points: 2,
  equation: "Mikolov et al. 2013b, eq. 1",
  parameters: ["sentence", "window"],
  instances: (random) => [
    [[0, 1, 0, 2, 3], 1],
    [[4, 5, 6], 5],
    [[7, 8], 1],
    [[9], 3],
    [[], 2],
    [[3, 3, 3, 1], 2],
    ...[1, 2, 3].map((window): [number[], number] => [randomIds(8, 3, random), window]),
  ],
  expected: (sentence, window) => [...skipGramPairs(sentence, { window })],
  tolerance: 0,
  hints: [
    "Write down by hand all pairs of a sentence of three words with a window of 1, in the order of the exercise. Which of them does your function give, and in which order?",
    "For the sentence [7, 8] and a window of 1: which numbers can stand in a pair? Which stand in yours, and which of the two is the center?",
    "How many words are to the left of the first word of a sentence? Which positions exist at all?",
  ],
  knownMistakes: [
    {
      name: "center-with-itself",
      hint: "Is a word its own context? Which value of the offset j does the formula leave out?",
      value: (sentence, window) => near(sentence, (distance) => Math.abs(distance) <= window),
    },
    {
      name: "equal-words-skipped",
      hint: "In 'the king the', is the first 'the' near the second? Do you compare positions, or words?",
      value: (sentence, window) =>
        [...skipGramPairs(sentence, { window })].filter(({ center, context }) => center !== context),
    },
    {
      name: "right-side-only",
      hint: "Does a window look in only one direction? What about the words before the center?",
      value: (sentence, window) => near(sentence, (distance) => distance > 0 && distance <= window),
    },
    {
      name: "window-one-short",
      hint: "With a window of 1, how many pairs does a sentence of two words give?",
      value: (sentence, window) =>
        near(sentence, (distance) => distance !== 0 && Math.abs(distance) < window),
    },
  ],
};

function near(sentence: readonly number[], inside: (distance: number) => boolean): SkipGramPair[] {
  return sentence.flatMap((center, t) =>
    sentence.filter((_, s) => inside(s - t)).map((context) => ({ center, context })),
  );
}
