import type { QuizView } from "../../src/display/quiz-view.ts";
import type { ViewTools } from "../view-tools.ts";
import { type QuizRow, quizRow } from "./quiz-row.ts";
import { requireQuiz } from "./require-quiz.ts";

/** Numbers the groups of radio buttons of a page, so that each question has its own. */
let groups = 0;

/**
 * Puts a question into `host`: choices as radio buttons, and a button that checks the chosen one. It says ✓ or ✗ and why,
 * aloud as well; the reader may choose again, and after the right choice open what is to be said about the others. Works
 * by keyboard. A kept choice is there again. Returns a function that takes the question away. Throws TypeError for data that
 * are no question.
 */
export function mountQuiz(host: HTMLElement, quiz: QuizView, { choices }: ViewTools): () => void {
  requireQuiz(quiz);
  const form = document.createElement("form");
  form.className = "w2v-quiz";
  Object.assign(form.style, { maxWidth: "42em", margin: "0.6em 0", overflowWrap: "anywhere" });
  const rows = quiz.choices.map((choice) => quizRow(choice, `w2v-quiz-${groups}`));
  groups++;
  const button = Object.assign(document.createElement("button"), { textContent: "Check" });
  Object.assign(button.style, {
    font: "inherit",
    color: "inherit",
    background: "none",
    border: "1px solid currentColor",
    borderRadius: "0.4em",
    padding: "0.3em 0.9em",
    cursor: "pointer",
  });
  const status = document.createElement("span");
  status.setAttribute("role", "status");
  status.style.marginLeft = "0.8em";
  form.append(fieldset(quiz, rows), button, status);
  for (const control of form.querySelectorAll<HTMLElement>("input, button"))
    control.dataset.lmSuppressShortcuts = "true"; // keys pressed here are no commands of the notebook

  /** Shows the verdict on the choice at `place`. */
  const judge = (place: number): void => {
    for (const row of rows) row.clear();
    rows[place]?.judge();
    if (quiz.choices[place]?.right) for (const [i, row] of rows.entries()) if (i !== place) row.offer();
  };
  let isTouched = false;
  form.addEventListener("change", () => {
    isTouched = true;
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const place = rows.findIndex(({ input }) => input.checked);
    if (place < 0) {
      status.textContent = "Choose an answer first.";
      return;
    }
    judge(place);
    const { right = false, why = "" } = quiz.choices[place] ?? {};
    status.textContent = right ? "✓ Right." : "✗ Not this one. Choose again.";
    status.append(onlyHeard(why));
    choices?.write(quiz.id, place, right).catch((error: unknown) => {
      status.append(` (Not kept: ${error instanceof Error ? error.message : error})`);
    });
  });
  void choices
    ?.read(quiz.id)
    .then((place) => {
      const row = place === undefined ? undefined : rows[place];
      if (row === undefined || isTouched) return;
      row.input.checked = true;
      judge(place as number); // not aloud: nobody has just answered
    })
    .catch(() => {}); // the question can be asked all the same
  host.replaceChildren(form);
  return () => form.remove();
}

function fieldset({ question }: QuizView, rows: readonly QuizRow[]): HTMLElement {
  const set = document.createElement("fieldset");
  Object.assign(set.style, { border: "0", margin: "0 0 0.5em", padding: "0", minWidth: "0" });
  const legend = document.createElement("legend");
  legend.textContent = question;
  Object.assign(legend.style, { padding: "0", marginBottom: "0.4em", fontWeight: "600" });
  set.append(legend, ...rows.map(({ node }) => node));
  return set;
}

/** Text for screen readers: the eye finds it below the choice. */
function onlyHeard(text: string): HTMLElement {
  const heard = document.createElement("span");
  heard.textContent = ` ${text}`;
  heard.style.cssText =
    "position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap";
  return heard;
}
