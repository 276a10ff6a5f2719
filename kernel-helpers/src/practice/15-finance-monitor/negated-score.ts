import type { Random } from "../../base/index.ts";
import type { Exercise } from "../../check/index.ts";
import { before, type NegatedScore, scoreBy, turned } from "./score-by.ts";

const LEXICON = { profit: 1, gain: 0.5, loss: -1, weak: -0.25 };
const NEGATORS = ["no", "not", "never"];

/** Mean of the numbers of the lexicon's words; one of them has the other sign if a negator is among the `reach` tokens before it. */
export const negatedScore: Exercise<NegatedScore> = {
  id: "15-finance-monitor/negated-score",
  points: 3,
  equation: "the mean of section 1, with the sign turned after a negator",
  parameters: ["tokens", "lexicon", "negators", "reach"],
  instances: (random) => [
    ...[
      "a weak loss and a gain",
      "no loss this year",
      "not a profit",
      "loss not expected", // the negator comes after
      "no new loss and then a gain", // the loss in reach, the gain not
      "never in five years a profit", // out of reach
      "not no loss", // two negators in reach turn it once
      "no profit no loss no gain",
      "no",
      "the mill is idle",
      "",
      "no weak gain", // both in reach
      "profit", // nothing before it
      "no one knows loss", // just outside of reach 2, just inside of reach 3
    ].flatMap((text): Parameters<NegatedScore>[] =>
      [1, 2, 3].map((reach) => [tokensOf(text), LEXICON, NEGATORS, reach]),
    ),
    ...[0, 1, 2, 4].map((reach): Parameters<NegatedScore> => [drawn(random), LEXICON, NEGATORS, reach]),
  ],
  expected: (...given) => scoreBy(given),
  tolerance: 1e-9,
  hints: [
    "Go through the tokens one by one. Which of them count, and which only change what another one counts?",
    'For "no new loss": at which token do you ask for a negator, and which tokens do you look at?',
    "Which places lie before place i, and no farther away than the reach? What is there before the first token?",
  ],
  knownMistakes: [
    {
      name: "negation-forgotten",
      hint: 'Is "no loss" bad news in your function?',
      value: ([...tokens], lexicon) => scoreBy([tokens, lexicon, [], 1]),
    },
    {
      name: "looks-after",
      hint: 'In "no loss", does the negator stand before the word or after it?',
      value: (tokens, lexicon, negators, reach) => scoreBy([[...tokens].reverse(), lexicon, negators, reach]),
    },
    {
      name: "both-sides",
      hint: '"A loss, no surprise": is there no loss? On which side of the word do you look?',
      value: (...given) =>
        scoreBy(given, ({ tokens, at, reach, isNegator }) =>
          tokens.slice(Math.max(0, at - reach), at + reach + 1).some(isNegator) ? -1 : 1,
        ),
    },
    {
      name: "whole-text",
      hint: "A negator at the start of a long text: how far does it reach in your function?",
      value: (...given) => scoreBy(given, ({ tokens, isNegator }) => (tokens.some(isNegator) ? -1 : 1)),
      variants: [
        (...given) =>
          scoreBy(given, ({ tokens, at, isNegator }) => (tokens.slice(0, at).some(isNegator) ? -1 : 1)),
      ],
    },
    {
      name: "word-dropped",
      hint: 'Does "no loss" say nothing, or does it say good news?',
      value: (...given) => scoreBy(given, (place) => (before(place) ? 0 : 1)),
      variants: [(...given) => scoreBy(given, (place) => (before(place) ? undefined : 1))],
    },
    {
      name: "turned-twice",
      hint: '"Not no loss": how often does the exercise turn the sign when two negators are in reach?',
      value: (...given) =>
        scoreBy(given, ({ tokens, at, reach, isNegator }) =>
          tokens.slice(Math.max(0, at - reach), at).filter(isNegator).length % 2 === 1 ? -1 : 1,
        ),
    },
    {
      name: "one-too-near",
      hint: "With a reach of 1, do you look at the token just before the word?",
      value: (tokens, lexicon, negators, reach) =>
        scoreBy([tokens, lexicon, negators, Math.max(0, reach - 1)]),
    },
    {
      name: "one-too-far",
      hint: "With a reach of 1, at how many tokens do you look?",
      value: (tokens, lexicon, negators, reach) => scoreBy([tokens, lexicon, negators, reach + 1]),
    },
    {
      name: "mean-of-all-tokens",
      hint: "By how many words do you divide: by all of the text, or by those that the lexicon knows?",
      value: (...given) =>
        scoreBy(given, turned, (sum) => (given[0].length === 0 ? 0 : sum / given[0].length)),
    },
    {
      name: "sum",
      hint: "Is a long text with ten weak words worse than a short one that says nothing else? What does the exercise ask for: a sum or a mean?",
      value: (...given) => scoreBy(given, turned, (sum) => sum),
    },
  ],
};

function tokensOf(text: string): string[] {
  return text === "" ? [] : text.split(" ");
}

/** A text in which words of each kind stand in any order. */
function drawn(random: Random): string[] {
  const words = [...Object.keys(LEXICON), ...NEGATORS, "mill", "the"];
  return Array.from({ length: 14 }, () => words[Math.floor(random() * words.length)] as string);
}
