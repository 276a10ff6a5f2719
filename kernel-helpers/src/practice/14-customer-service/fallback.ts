import type { Exercise } from "../../check/index.ts";
import { type Chosen, drawn, errors, fallbackBy, type Scores } from "./fallback-by.ts";

type Fallback = (validation: Scores, test: Scores, allowed: number) => Chosen;

/** The lowest validation score at which at most the allowed share of the foreign validation questions is answered, and both error rates on the test. */
export const fallback: Exercise<Fallback> = {
  id: "14-customer-service/fallback",
  points: 3,
  equation: "section 5 of the lesson",
  parameters: ["validation", "test", "allowed"],
  instances: (random) => [
    [{ known: [0.4, 0.8], foreign: [0.1, 0.6] }, { known: [0.3, 0.9], foreign: [0.2, 0.5] }, 0],
    [
      { known: [3, 5, 7, 9, 4], foreign: [1, 2, 4, 6] },
      { known: [4, 2, 8, 5], foreign: [4, 7, 3, 1, 0] },
      0.25,
    ], // equal scores
    [{ known: [2, 4, 6, 8, 9], foreign: [1, 3, 5, 7] }, { known: [4, 6, 7], foreign: [6, 5, 2, 8] }, 0.5],
    [{ known: [0.5, 0.6, 0.2], foreign: [0.9, 0.1] }, { known: [0.7, 0.4], foreign: [0.3, 0.95, 0.8] }, 0], // none is good enough
    ...[0.1, 0.2, 0.4].map((allowed): Parameters<Fallback> => [drawn(random), drawn(random), allowed]),
  ],
  expected: (validation, test, allowed) => fallbackBy(validation, test, allowed),
  tolerance: 1e-12,
  hints: [
    "Which scores may the threshold depend on, and which may only judge it?",
    "Of two thresholds that let the same foreign questions through, which one answers more of the known ones?",
    "Take the smallest case. Try each validation score as a threshold by hand: how many foreign questions does it answer?",
  ],
  knownMistakes: [
    {
      name: "chosen-on-test",
      hint: "Change a score of the test. Does your threshold move? May it?",
      value: (_, test, allowed) => fallbackBy(test, test, allowed),
    },
    {
      name: "chosen-on-both",
      hint: "Which questions does your threshold know? Are those of the test among them?",
      value: (validation, test, allowed) =>
        fallbackBy(
          {
            known: [...validation.known, ...test.known],
            foreign: [...validation.foreign, ...test.foreign],
          },
          test,
          allowed,
        ),
    },
    {
      name: "judged-on-validation",
      hint: "Which questions are your two error rates about: those that the threshold was chosen on, or others?",
      value: (validation, _, allowed) => fallbackBy(validation, validation, allowed),
    },
    {
      name: "equal-is-not-answered",
      hint: "A question scores exactly the threshold. Is it answered?",
      value: (validation, test, allowed) =>
        fallbackBy(validation, test, allowed, { answers: (score, threshold) => score > threshold }),
      variants: [
        (validation, test, allowed) => {
          const { threshold } = fallbackBy(validation, test, allowed);
          return errors(test, threshold, (score) => score > threshold);
        },
      ],
    },
    {
      name: "highest-for-lowest",
      hint: "Which threshold answers more known questions, a low one or a high one? Which of those that are allowed do you take?",
      value: (validation, test, allowed) =>
        fallbackBy(validation, test, allowed, { choose: (fitting) => fitting.at(-1) as number }),
    },
    {
      name: "foreign-scores-only",
      hint: "Which numbers do you try as thresholds? Can the score of a known question be one?",
      value: (validation, test, allowed) =>
        fallbackBy(validation, test, allowed, { candidates: ({ foreign }) => foreign }),
    },
    {
      name: "rates-exchanged",
      hint: "Which of the two errors does a higher threshold make rarer: answering a foreign question, or not answering a known one?",
      value: (validation, test, allowed) => {
        const { threshold, falseAnswers, falseFallbacks } = fallbackBy(validation, test, allowed);
        return { threshold, falseAnswers: falseFallbacks, falseFallbacks: falseAnswers };
      },
    },
    {
      name: "share-of-all-questions",
      hint: "A share of which questions is each rate? By how many do you divide?",
      value: (validation, test, allowed) => {
        const { threshold, falseAnswers, falseFallbacks } = fallbackBy(validation, test, allowed);
        const [known, foreign] = [test.known.length, test.foreign.length];
        return {
          threshold,
          falseAnswers: (falseAnswers * foreign) / (known + foreign),
          falseFallbacks: (falseFallbacks * known) / (known + foreign),
        };
      },
    },
    {
      name: "share-that-is-answered",
      hint: "With a threshold below all scores every known question is answered. How large is the share of false fallbacks then?",
      value: (validation, test, allowed) => {
        const chosen = fallbackBy(validation, test, allowed);
        return { ...chosen, falseFallbacks: 1 - chosen.falseFallbacks };
      },
    },
  ],
};
