/** A question with its choices, as `quiz` of the library publishes it. */
export interface QuizData {
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

/** `value` as a question, undefined if it is none: it comes from a notebook, which anyone may have written. */
export function quizDataOf(value: unknown): QuizData | undefined {
  const { id, question, choices } = (value ?? {}) as Partial<QuizData>;
  if (typeof id !== "string" || typeof question !== "string" || !Array.isArray(choices)) return undefined;
  if (choices.length < 2 || !choices.every(isChoice)) return undefined;
  return { id, question, choices };
}

function isChoice(value: unknown): value is QuizChoice {
  const { text, why, right } = (value ?? {}) as Partial<QuizChoice>;
  return typeof text === "string" && typeof why === "string" && typeof right === "boolean";
}
