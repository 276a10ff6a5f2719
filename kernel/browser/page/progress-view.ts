import type { ProgressRecord } from "../../../kernel-helpers/src/host/progress-record.ts";
import { type ProgressLine, progressList } from "../../../kernel-helpers/src/practice/progress-list.ts";
import { type QuizTally, quizTallies } from "../../../kernel-helpers/src/practice/quiz-tallies.ts";
import type { CourseLists } from "./course-lists.ts";

/** What the list shows. */
export interface ProgressViewParts {
  readonly lists: CourseLists;
  readonly record: ProgressRecord;
  /** What points mean, in a sentence. */
  readonly note: string;
}

/** The exercises and questions and how far the learner is, as part of a page. */
export function progressView({ lists, record, note }: ProgressViewParts): HTMLElement {
  const { exercises, lessons, questions } = lists;
  const { passed, choices } = record;
  const titles = new Map(lessons.map(({ id, title }) => [id, title]));
  const view = element("div");
  view.style.cssText = "max-height: 60vh; overflow-y: auto;";
  view.tabIndex = 0; // so that keys scroll it
  const done = exercises.filter(({ id }) => passed[id] !== undefined).length;
  view.setAttribute("role", "region");
  view.ariaLabel = "Exercises and questions";
  view.append(element("p", `${done} of ${exercises.length} exercises passed. ${note}`));
  const [lines, tallies] = [progressList(exercises, passed), quizTallies(questions, choices)];
  for (const lesson of [...new Set([...lines.keys(), ...tallies.keys()])].sort()) {
    const title = element("h3", titles.get(lesson) ?? lesson);
    title.style.margin = "0.8em 0 0.2em";
    view.append(title);
    const list = element("ul");
    list.append(
      ...(lines.get(lesson) ?? []).map((line) => element("li", exerciseText(line))),
      ...[tallies.get(lesson)].flatMap((tally) => (tally ? [element("li", questionsText(tally))] : [])),
    );
    list.style.cssText = "list-style: none; margin: 0; padding-left: 1em;";
    view.append(list);
  }
  return view;
}

function exerciseText({ name, points, passed }: ProgressLine): string {
  const worth = `${points} ${points === 1 ? "point" : "points"}`;
  const when = passed ? `passed on ${passed.at.slice(0, 10)}` : "not yet";
  return `${passed ? "✓" : "○"} ${name}: ${when} (${worth})`;
}

function questionsText({ right, questions }: QuizTally): string {
  return `${right === questions ? "✓" : "○"} questions: ${right} of ${questions} answered right`;
}

function element(name: string, text = ""): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
