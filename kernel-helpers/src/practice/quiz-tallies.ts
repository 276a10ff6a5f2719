import type { ChosenAnswer } from "../host/index.ts";

/** How far a learner is with the questions of a lesson. */
export interface QuizTally {
  /** Questions that were answered right. */
  readonly right: number;
  /** Questions in all. */
  readonly questions: number;
}

/**
 * The questions by lesson, counted. `questions` are their ids, `choices` what the learner chose.
 *
 * @example
 * quizTallies(["04-cbow/a", "04-cbow/b"], { "04-cbow/a": { choice: 2, right: true, at: "" } }).get("04-cbow"); // { right: 1, questions: 2 }
 */
export function quizTallies(
  questions: readonly string[],
  choices: Readonly<Record<string, ChosenAnswer>> = {},
): ReadonlyMap<string, QuizTally> {
  const tallies = new Map<string, QuizTally>();
  for (const id of questions) {
    const [lesson = ""] = id.split("/");
    const before = tallies.get(lesson) ?? { right: 0, questions: 0 };
    const right = choices[id]?.right === true ? 1 : 0;
    tallies.set(lesson, { right: before.right + right, questions: before.questions + 1 });
  }
  return tallies;
}
