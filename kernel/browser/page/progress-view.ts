import type { Passed } from "../../../kernel-helpers/src/host/progress-record.ts";
import { type ListedExercise, progressList } from "../../../kernel-helpers/src/practice/progress-list.ts";

/** What the list shows. */
export interface ProgressViewParts {
  readonly exercises: readonly ListedExercise[];
  readonly passed: Readonly<Record<string, Passed>>;
  /** Names of lessons by their ids. */
  readonly titles: Readonly<Record<string, string>>;
  /** What points mean, in a sentence. */
  readonly note: string;
}

/** The exercises and how far the learner is, as part of a page. */
export function progressView({ exercises, passed, titles, note }: ProgressViewParts): HTMLElement {
  const view = element("div");
  view.style.cssText = "max-height: 60vh; overflow-y: auto;";
  view.tabIndex = 0; // so that keys scroll it
  const done = exercises.filter(({ id }) => passed[id] !== undefined).length;
  view.setAttribute("role", "region");
  view.ariaLabel = "Exercises";
  view.append(element("p", `${done} of ${exercises.length} exercises passed. ${note}`));
  for (const [lesson, lines] of progressList(exercises, passed)) {
    const title = element("h3", titles[lesson] ?? lesson);
    title.style.margin = "0.8em 0 0.2em";
    view.append(title);
    const list = element("ul");
    list.append(
      ...lines.map(({ name, points, passed }) => {
        const worth = `${points} ${points === 1 ? "point" : "points"}`;
        const when = passed ? `passed on ${passed.at.slice(0, 10)}` : "not yet";
        return element("li", `${passed ? "✓" : "○"} ${name}: ${when} (${worth})`);
      }),
    );
    list.style.cssText = "list-style: none; margin: 0; padding-left: 1em;";
    view.append(list);
  }
  return view;
}

function element(name: string, text = ""): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
