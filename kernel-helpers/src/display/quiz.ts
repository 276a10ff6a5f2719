import { escapeControls } from "../base/index.ts";
import { type QuestionId, questionOf } from "../practice/index.ts";
import { escapeHtml } from "./displayable.ts";
import { type QuizView, quizView } from "./quiz-view.ts";
import { show } from "./show.ts";
import { viewBundle, type WithoutScript } from "./view-bundle.ts";

/**
 * Asks the question `id` of a lesson: choose an answer, and read why it is right or wrong. JupyterLab, the browser version
 * and the site keep your choice with your progress. Throws RangeError for an id that does not exist, with the nearest ones.
 */
export async function quiz(id: QuestionId): Promise<void> {
  const view = quizView(id, await questionOf(id));
  await show({ mimeBundle: await viewBundle(view, quizWithoutScript(view)) });
}

/**
 * HTML in which each choice opens to its explanation, and text with the explanations at the end, so that they can be
 * read after an answer.
 *
 * @example
 * quizWithoutScript({ view: "quiz", id: "00/a", question: "1 + 1?", choices: [{ text: "2", why: "Count.", right: true }] }).text; // "1 + 1?\n\n  A  2\n\nAnswers\n  A  ✓ Count."
 */
export function quizWithoutScript({ question, choices }: QuizView): WithoutScript {
  const listed = choices.map(({ text, why, right }, i) => ({
    letter: String.fromCharCode(65 + i),
    text,
    why: `${right ? "✓" : "✗"} ${why}`,
  }));
  const folded = listed.map(
    ({ text, why }) => `<details><summary>${escapeHtml(text)}</summary><p>${escapeHtml(why)}</p></details>`,
  );
  const lines = [
    question,
    "",
    ...listed.map(({ letter, text }) => `  ${letter}  ${text}`),
    "",
    "Answers",
    ...listed.map(({ letter, why }) => `  ${letter}  ${why}`),
  ];
  return {
    html: `<p><b>${escapeHtml(question)}</b></p>${folded.join("")}`,
    text: escapeControls(lines.join("\n"), "\n"),
  };
}
