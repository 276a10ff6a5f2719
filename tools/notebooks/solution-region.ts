import ts from "typescript";
import type { SourceCell } from "./parse-cells.ts";
import { SourceError } from "./source-error.ts";

const BEGIN = /^\s*\/\/ BEGIN SOLUTION$/;
const END = /^\s*\/\/ END SOLUTION$/;

/** Whether a cell contains code that a learner has to write. */
export function hasSolution(cell: SourceCell): boolean {
  return cell.source.split("\n").some((line) => BEGIN.test(line));
}

/** The cell as the learner gets it: the solution's lines become `throw new Error("TODO: write name")`. */
export function withoutSolution(cell: SourceCell, file: string): SourceCell {
  const lines = cell.source.split("\n");
  const [begin, end] = region(lines, cell, file);
  if (begin === undefined || end === undefined) return cell;
  const indent = /^\s*/.exec(lines[begin] as string)?.[0] ?? "";
  const name = functionAround(lines, begin, cell, file);
  const todo = `${indent}throw new Error("TODO: write ${name}");`;
  return { ...cell, source: [...lines.slice(0, begin), todo, ...lines.slice(end + 1)].join("\n") };
}

/** The cell with the solution, but without the lines BEGIN and END. */
export function withSolution(cell: SourceCell, file: string): SourceCell {
  const lines = cell.source.split("\n");
  region(lines, cell, file);
  return { ...cell, source: lines.filter((line) => !BEGIN.test(line) && !END.test(line)).join("\n") };
}

/** Line indices of BEGIN and END, or an empty list if the cell has no solution. */
function region(lines: readonly string[], cell: SourceCell, file: string): number[] {
  const marks = lines.flatMap((line, i) => (BEGIN.test(line) || END.test(line) ? [i] : []));
  if (marks.length === 0) return [];
  const [begin, end] = marks;
  const fits =
    marks.length === 2 && BEGIN.test(lines[begin as number] ?? "") && END.test(lines[end as number] ?? "");
  if (!fits) {
    const line = cell.firstLine + (begin as number);
    throw new SourceError(
      file,
      line,
      "a cell must contain one // BEGIN SOLUTION, followed by one // END SOLUTION",
    );
  }
  return marks;
}

/** Name of the top-level function whose body contains the line. */
function functionAround(lines: readonly string[], line: number, cell: SourceCell, file: string): string {
  const text = lines.join("\n");
  const position = lines.slice(0, line).join("\n").length + 1;
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found = source.statements
    .filter(ts.isFunctionDeclaration)
    .find(({ body }) => body && body.getStart(source) < position && position < body.getEnd());
  if (!found?.name) {
    throw new SourceError(
      file,
      cell.firstLine + line,
      "a solution must be inside a named top-level function",
    );
  }
  return found.name.text;
}
