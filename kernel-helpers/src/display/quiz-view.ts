import type { Question } from "../practice/index.ts";
import type { ViewData } from "./view-data.ts";

/** A question for the learner to answer, as plain data. */
export interface QuizView extends ViewData {
  readonly view: "quiz";
  /** "04-cbow/share-of-a-place": under this name the choice is kept. */
  readonly id: string;
  readonly question: string;
  readonly choices: readonly QuizChoice[];
}

/** A choice, and what is to be said about it. */
export interface QuizChoice {
  readonly text: string;
  readonly why: string;
  readonly right: boolean;
}

/**
 * The question as data.
 *
 * @example
 * quizView("00/a", { question: "1 + 1?", choices: [{ text: "3", why: "Count." }] }).choices; // [{ text: "3", why: "Count.", right: false }]
 */
export function quizView(id: string, { question, choices }: Question): QuizView {
  const judged = choices.map(({ text, why, right = false }) => ({ text, why, right }));
  return { view: "quiz", id, question, choices: judged };
}
