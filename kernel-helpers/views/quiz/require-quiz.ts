import type { QuizView } from "../../src/display/quiz-view.ts";

/** Throws TypeError unless the data are a question: they come from a notebook, which anyone may have written. */
export function requireQuiz({ id, question, choices }: Partial<QuizView>): void {
  const isAsked = typeof id === "string" && typeof question === "string";
  if (isAsked && Array.isArray(choices) && choices.length >= 2 && choices.every(isChoice)) return;
  throw new TypeError(
    "Cannot ask a question as it must have id, question and choices with text, why and right: " +
      `current value is ${JSON.stringify({ id, question, choices })}. Remedy: run the cell again`,
  );
}

function isChoice(value: unknown): boolean {
  const { text, why, right } = (value ?? {}) as Partial<QuizView["choices"][number]>;
  return typeof text === "string" && typeof why === "string" && typeof right === "boolean";
}
