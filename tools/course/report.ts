import { durationText } from "../../kernel-helpers/src/base/index.ts";
import { table } from "../print/table.ts";
import { type LessonResult, succeeded } from "./run-lessons.ts";

/** The table at the end of a run, then each failure with its notebook, cell and message. */
export function courseReport(results: readonly LessonResult[]): string {
  const rows = results.map((result) => [
    result.lesson.id,
    String(result.cells),
    durationText(result.seconds),
    succeeded(result) ? "ok" : "failed",
    String(result.figures),
  ]);
  const lines = table(["notebook", "cells", "time", "status", "figures"], rows);
  return [...lines, ...results.flatMap(failureLines)].join("\n");
}

function failureLines({ lesson, failures, problem }: LessonResult): string[] {
  const cells = failures.flatMap(({ id, status, message }) => {
    const what = status === "error" ? "" : ` (${status})`;
    return [
      "",
      `${lesson.id}, cell ${id}${what}:`,
      ...message
        .trim()
        .split("\n")
        .map((line) => `  ${line}`),
    ];
  });
  return problem === undefined ? cells : [...cells, "", `${lesson.id}: ${problem}`];
}
