import { type ListedExercise, PRACTICE, progressList } from "./progress-list.ts";
import type { Passed } from "./progress-store.ts";

/** The exercises and how far the learner is, as part of a page. `titles` names lessons. */
export function progressView(
  exercises: readonly ListedExercise[],
  passed: Readonly<Record<string, Passed>>,
  titles: Readonly<Record<string, string>>,
): HTMLElement {
  const view = element("div");
  view.style.cssText = "max-height: 60vh; overflow-y: auto;";
  view.tabIndex = 0; // so that keys scroll it
  const done = exercises.filter(({ id }) => passed[id] !== undefined).length;
  view.setAttribute("role", "region");
  view.ariaLabel = "Exercises";
  view.append(element("p", `${done} of ${exercises.length} exercises passed. ${PRACTICE}`));
  for (const [lesson, lines] of progressList(exercises, passed)) {
    const title = element("h3", titles[lesson] ?? lesson);
    title.style.margin = "0.8em 0 0.2em";
    view.append(title);
    const list = element("ul");
    list.append(
      ...lines.map(({ name, points, passed }) => {
        const worth = `${points} ${points === 1 ? "point" : "points"}`;
        return element("li", `${passed ? "✓" : "○"} ${name}: ${passed ? "passed" : "not yet"} (${worth})`);
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
