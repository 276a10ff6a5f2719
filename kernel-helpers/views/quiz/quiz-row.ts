import type { QuizChoice } from "../../src/display/quiz-view.ts";

/** A choice on the page. */
export interface QuizRow {
  readonly node: HTMLElement;
  readonly input: HTMLInputElement;
  /** Shows whether the choice is right, and why. */
  judge(): void;
  /** Takes the verdict away. */
  clear(): void;
  /** Lets the reader open the explanation of a choice that was not taken. */
  offer(): void;
}

/** A radio button with the text of a choice, and below it the place of its explanation. */
export function quizRow({ text, why, right }: QuizChoice, group: string): QuizRow {
  const node = document.createElement("div");
  node.style.margin = "0.4em 0";
  const input = Object.assign(document.createElement("input"), { type: "radio", name: group });
  Object.assign(input.style, {
    flex: "none",
    font: "inherit",
    width: "1em",
    height: "1em",
    margin: "0.25em 0 0",
  });
  const label = document.createElement("label");
  Object.assign(label.style, { display: "flex", gap: "0.5em", alignItems: "flex-start" });
  const words = document.createElement("span");
  const mark = document.createElement("b");
  words.append(text, " ", mark);
  label.append(input, words);
  const below = document.createElement("div");
  Object.assign(below.style, { margin: "0.2em 0 0 1.5em" });
  node.append(label, below);
  return {
    node,
    input,
    judge() {
      mark.textContent = right ? "✓" : "✗";
      below.textContent = why;
    },
    clear() {
      mark.textContent = "";
      below.replaceChildren();
    },
    offer() {
      const more = document.createElement("details");
      more.style.margin = "0";
      const summary = document.createElement("summary");
      summary.textContent = `Why ${right ? "it is right" : "not"}?`;
      summary.setAttribute("aria-label", `${summary.textContent} ${text}`);
      summary.dataset.lmSuppressShortcuts = "true"; // keys pressed here are no commands of the notebook
      more.append(summary, why);
      below.replaceChildren(more);
    },
  };
}
