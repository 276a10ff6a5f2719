import { counted } from "../../kernel-helpers/src/base/index.ts";
import type { CourseSource } from "./course-files.ts";

/** Lines of a lesson's code cell at most, and of its median cell: what a reader takes in at once. */
const MOST = 20;
const MEDIAN = 10;

/** Characters of a line of code at most: JupyterLab beside its list of files cuts off what is longer. */
const WIDEST = 96;

/** What is too long in the code cells of lessons; cells with the tag "imports" do not count. */
export function longCells(lessons: readonly CourseSource[]): string[] {
  return lessons.flatMap(({ file, cells }) => {
    const lengths = cells
      .filter(({ type, attributes }) => type === "code" && attributes.get("tags") !== "imports")
      .map(({ source, line }) => ({ line, lines: source.split("\n").length }));
    const median = medianOf(lengths.map(({ lines }) => lines));
    return [
      ...lengths
        .filter(({ lines }) => lines > MOST)
        .map(
          ({ line, lines }) =>
            `${file}:${line}: the cell has ${counted(lines, "line")}, and ${MOST} are the most`,
        ),
      ...(median > MEDIAN
        ? [`${file}: its median cell has ${median} lines, and ${MEDIAN} are the most`]
        : []),
    ];
  });
}

/** The lines in code cells of lessons and exercises that are too long to be seen whole. */
export function wideLines(sources: readonly CourseSource[]): string[] {
  return sources.flatMap(({ file, cells }) =>
    cells
      .filter(({ type }) => type === "code")
      .flatMap(({ source, line }) =>
        source
          .split("\n")
          .map((text, i) => ({ length: text.length, at: line + 1 + i }))
          .filter(({ length }) => length > WIDEST)
          .map(
            ({ length, at }) =>
              `${file}:${at}: the line has ${length} characters, and ${WIDEST} are the most`,
          ),
      ),
  );
}

function medianOf(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
