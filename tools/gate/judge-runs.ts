import { slips } from "../../kernel-helpers/src/check/index.ts";
import type { CellResult, Run } from "../course/execute-notebook.ts";
import { cellNames } from "../notebooks/cell-names.ts";
import type { CourseSource } from "../notebooks/course-files.ts";
import { notebookPaths } from "../notebooks/notebook-paths.ts";
import type { Trial } from "./known-mistakes-notebook.ts";
import { namesOf, type Practice } from "./practice.ts";
import type { Problem } from "./problem.ts";

/** As shipped: every check cell fails with CheckFailed, and no other cell fails. */
export function judgeShipped(source: CourseSource, run: Run): Problem[] {
  const names = cellNames(source.cells, source.file);
  const checks = new Set(names.filter((_, i) => source.cells[i]?.attributes.has("check")));
  const where = notebookPaths(source.name).exercises;
  return [
    ...runProblem(where, run),
    ...run.cells.flatMap((cell) => {
      if (!checks.has(cell.id)) return unlessFine(where, cell);
      if (cell.status === "error" && isCheckFailed(cell.message)) return [];
      return [problem(where, cell, "as shipped, the check must fail with CheckFailed")];
    }),
  ];
}

/**
 * As solved: every cell runs, except for the checks of known mistakes. A visible check must name the mistake, a hidden
 * one must fail.
 */
export function judgeSolved(
  source: CourseSource,
  run: Run,
  trials: readonly Trial[],
  practice: Practice,
): Problem[] {
  const where = notebookPaths(source.name).solutions;
  const byCheck = new Map(trials.map((trial) => [trial.checkId, trial]));
  const byAnswer = new Map(trials.map((trial) => [trial.answerId, trial]));
  return [
    ...runProblem(where, run),
    ...run.cells.flatMap((cell) => {
      const trial = byCheck.get(cell.id);
      if (trial) return judgeTrial(source, trial, cell, practice);
      const unseen = trials.find(({ hiddenId }) => isHiddenJudge(cell.id, hiddenId));
      if (unseen) return judgeHidden(source, unseen, cell);
      const mistake = byAnswer.get(cell.id);
      return unlessFine(mistake ? mistakePlace(source, mistake) : where, cell);
    }),
  ];
}

function judgeTrial(source: CourseSource, trial: Trial, cell: CellResult, practice: Practice): Problem[] {
  const where = mistakePlace(source, trial);
  const exercise = practice.get(`${source.name}/${trial.exercise}`);
  const named = [...(exercise ? namesOf(exercise) : []), ...slips].find(({ name }) => name === trial.expects);
  const hints = named ? [named.hint] : (exercise?.hints ?? []);
  const [first = ""] = cell.message.split("\n");
  const name = named ? ` is not right yet [${named.name}]` : " is not right yet";
  const recognised = first.endsWith(name) && hints.some((hint) => cell.message.includes(hint));
  if (cell.status === "error" && isCheckFailed(cell.message) && recognised) return [];
  return [problem(where, cell, `the check must recognise ${trial.expects} and give its hint`)];
}

/** True for "wrong-3-hidden-1", but not for "wrong-3-hidden-1-verdict", which never throws. */
function isHiddenJudge(id: string, hiddenId: string): boolean {
  return id.startsWith(`${hiddenId}-`) && !id.endsWith("-verdict");
}

function judgeHidden(source: CourseSource, trial: Trial, cell: CellResult): Problem[] {
  if (cell.status === "error" && cell.message.includes("the hidden check fails")) return [];
  return [problem(mistakePlace(source, trial), cell, `the hidden check must fail for ${trial.expects}`)];
}

function mistakePlace({ name }: CourseSource, { line }: Trial): string {
  return `solutions/src/${name}.wrong.ts:${line}`;
}

function isCheckFailed(message: string): boolean {
  return message.startsWith("CheckFailed");
}

function unlessFine(where: string, cell: CellResult): Problem[] {
  return cell.status === "ok" ? [] : [problem(where, cell, "the cell must run")];
}

function problem(where: string, { id, status, message }: CellResult, text: string): Problem {
  return { where: `${where} ${id}`, text: `${text}: its status is ${status}. ${message}`.trim() };
}

function runProblem(where: string, { problem: text }: Run): Problem[] {
  return text === undefined ? [] : [{ where, text }];
}
