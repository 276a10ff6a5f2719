import { escapeControls } from "../base/index.ts";
import type { Question } from "../practice/index.ts";
import { type Displayable, escapeHtml } from "./displayable.ts";

/**
 * A question in every form: data for front ends that let the reader choose, HTML in which each choice opens to its
 * explanation, and text with the explanations at the end.
 *
 * @example
 * quizOutput("00/a", { question: "1 + 1?", choices: [{ text: "3", why: "Count." }, { text: "2", why: "One more.", right: true }] }).mimeBundle["text/plain"]; // "1 + 1?\n\n  A  3\n  B  2\n\nAnswers\n  A  ✗ Count.\n  B  ✓ One more."
 */
export function quizOutput(id: string, { question, choices }: Question): Displayable {
  const listed = choices.map(({ text, why, right = false }, i) => ({
    letter: String.fromCharCode(65 + i),
    text,
    why: `${right ? "✓" : "✗"} ${why}`,
    data: { text, why, right },
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
    mimeBundle: {
      "application/vnd.word2vec-lab.view+json": {
        view: "quiz",
        id,
        question,
        choices: listed.map(({ data }) => data),
      },
      "text/html": `<p><b>${escapeHtml(question)}</b></p>${folded.join("")}`,
      "text/plain": escapeControls(lines.join("\n"), "\n"),
    },
  };
}
