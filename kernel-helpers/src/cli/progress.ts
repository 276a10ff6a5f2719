import { progressPath, readProgress, setProgressAside } from "#host";
import { alignedColumns, escapeControls } from "../base/index.ts";
import type { ProgressRecord } from "../host/index.ts";
import {
  type CourseParts,
  exercises,
  loadQuestions,
  progressList,
  progressReport,
  quizTallies,
} from "../practice/index.ts";
import type { Arguments, Command } from "./command.ts";
import { UsageError } from "./usage-error.ts";

const NOTE =
  "This is practice, not a grade: it is kept in work/progress.json, and whoever can use that file can change it.";

/** `w2v progress`: which exercises passed, and how many questions were answered right. */
export const progressCommand: Command = {
  name: "progress",
  summary: "which exercises you have passed, and how many questions you have answered",
  positionals: "",
  options: {
    json: { help: "prints JSON instead, to hand on" },
    reset: { help: "starts the list again, together with --yes; the old one is kept under a dated name" },
    yes: { help: "says that --reset is meant" },
  },
  notes: [
    "A check that passes in a notebook on this machine is noted in work/progress.json, whichever program runs the",
    "notebook, and a question that is answered in JupyterLab as well. W2V_PROGRESS=off notes nothing, W2V_PROGRESS=FILE uses another file, counted from the",
    "course's folder. The browser version keeps its own.",
  ],
  examples: ["w2v progress", "w2v progress --json > progress.json", "w2v progress --reset --yes"],
  run: progress,
};

async function progress({ positionals, options }: Arguments): Promise<number> {
  if (positionals.length > 0) {
    throw new UsageError(`Cannot show the progress: w2v progress takes no word, but has "${positionals[0]}"`);
  }
  const file = progressPath();
  if (file === undefined) {
    throw new Error("Cannot show the progress as W2V_PROGRESS is off. Remedy: unset W2V_PROGRESS");
  }
  if (options.reset === true) return reset(file, options.yes === true);
  const record = await readProgress(file);
  const course = { exercises: Object.values(exercises), questions: Object.keys(await loadQuestions()) };
  console.log(
    options.json === true ? progressReport(course, record, NOTE).trimEnd() : progressText(course, record),
  );
  return 0;
}

async function reset(file: string, isMeant: boolean): Promise<number> {
  if (!isMeant) {
    throw new UsageError("Cannot start the list again without --yes. Remedy: w2v progress --reset --yes");
  }
  const aside = await setProgressAside(file);
  console.log(aside === undefined ? "the list is empty" : `the list starts again; the old one is ${aside}`);
  return 0;
}

/** The exercises and the questions as tables for a terminal, and below them what they add up to. */
export function progressText(
  { exercises: listed, questions }: CourseParts,
  { passed, choices }: Pick<ProgressRecord, "passed" | "choices">,
): string {
  const rows = [...progressList(listed, passed)].flatMap(([lesson, lines]) =>
    lines.map(({ name, points, passed }, i) => [
      i === 0 ? lesson : "",
      name,
      `${passed?.earned ?? 0} of ${points}`,
      passed === undefined ? "not yet" : localTime(passed.at),
    ]),
  );
  const done = listed.filter(({ id }) => passed[id] !== undefined);
  const earned = done.reduce((sum, { id }) => sum + (passed[id]?.earned ?? 0), 0);
  const points = listed.reduce((sum, one) => sum + one.points, 0);
  const tallies = [...quizTallies(questions, choices)];
  const answered = tallies.map(([lesson, { right, questions }]) => [lesson, `${right} of ${questions}`]);
  return [
    ...alignedColumns([["lesson", "exercise", "points", "passed"], ...rows], { right: [2], rule: true }),
    "",
    ...alignedColumns([["lesson", "questions answered right"], ...answered], { rule: true }),
    "",
    `${done.length} of ${listed.length} exercises passed, ${earned} of ${points} points. ${NOTE}`,
  ].join("\n");
}

/** "2026-11-30 08:01" in the time of this machine; a text that is no time as it is. */
function localTime(at: string): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return escapeControls(at);
  const two = (part: number): string => String(part).padStart(2, "0");
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join("-");
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}
