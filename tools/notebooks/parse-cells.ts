import ts from "typescript";
import { type CellMarker, isCellMarker, parseCellMarker } from "./cell-marker.ts";
import { isInsideToken } from "./inside-token.ts";
import { SourceError } from "./source-error.ts";

/** A cell as its author wrote it. */
export interface SourceCell extends CellMarker {
  /** The text without the marker, without blank lines at the ends and, in a markdown cell, without comment signs. */
  readonly source: string;
  /** Line of the marker, from 1. */
  readonly line: number;
  /** Line of the first line of `source`, from 1. */
  readonly firstLine: number;
}

/** The cells of a source in jupytext's percent format. `file` is for messages. */
export function parseCells(text: string, file: string): SourceCell[] {
  const lines = text.replaceAll("\r\n", "\n").split("\n");
  const starts = markerLines(lines, file);
  const before = lines.slice(0, starts[0] ?? lines.length).findIndex((line) => line.trim() !== "");
  if (before >= 0) {
    throw new SourceError(file, before + 1, "text before the first cell: begin with a // %% line");
  }
  return starts.map((start, i) => cellAt(lines, start, starts[i + 1] ?? lines.length, file));
}

/** Line indices at which cells begin. */
function markerLines(lines: readonly string[], file: string): number[] {
  const starts: number[] = [];
  const source = ts.createSourceFile(file, lines.join("\n"), ts.ScriptTarget.Latest, true);
  let position = 0;
  for (const [i, line] of lines.entries()) {
    if (isCellMarker(line)) {
      if (isInsideToken(source, position)) {
        throw new SourceError(
          file,
          i + 1,
          "a cell marker inside a string or a block comment would split the cell: indent it",
        );
      }
      starts.push(i);
    } else if (/^\/\/\s*%%/.test(line) && !isInsideToken(source, position)) {
      throw new SourceError(
        file,
        i + 1,
        `cannot read ${line}: a cell begins with "// %%", then a space or the line's end`,
      );
    }
    position += line.length + 1;
  }
  return starts;
}

function cellAt(lines: readonly string[], start: number, end: number, file: string): SourceCell {
  const marker = parseCellMarker(lines[start] as string, file, start + 1);
  let first = start + 1;
  while (first < end && lines[first]?.trim() === "") first++;
  let last = end;
  while (last > first && lines[last - 1]?.trim() === "") last--;
  const body = lines.slice(first, last);
  const text = marker.type === "markdown" ? body.map((line, i) => proseOf(line, file, first + i + 1)) : body;
  if (text.length === 0) throw new SourceError(file, start + 1, "the cell is empty");
  return { ...marker, source: text.join("\n"), line: start + 1, firstLine: first + 1 };
}

function proseOf(line: string, file: string, lineNumber: number): string {
  if (line.startsWith("// ")) return line.slice(3);
  if (line === "//") return "";
  throw new SourceError(file, lineNumber, `a line of a markdown cell does not begin with "// ": ${line}`);
}
