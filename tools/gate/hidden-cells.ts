import ts from "typescript";
import type { SourceCell } from "../notebooks/parse-cells.ts";
import { SourceError } from "../notebooks/source-error.ts";

/**
 * A hidden check as two cells that the gate can run: the first computes the verdict, which is the value of the check's
 * last line, the second throws unless `passed` is true. In one cell, a failing check would also lose its imports.
 */
export function hiddenCells(cell: SourceCell, name: string, file: string): SourceCell[] {
  const { source, firstLine } = cell;
  const last = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true).statements.at(-1);
  if (!last || !ts.isExpressionStatement(last)) {
    throw new SourceError(file, firstLine, "a hidden check must end with an expression of type CheckResult");
  }
  const start = last.getStart();
  const verdict = `${source.slice(0, start)}const hiddenVerdict = ${source.slice(start)}`;
  const judge = 'if (!hiddenVerdict.passed) throw new Error("the hidden check fails");';
  return [named(cell, `${name}-verdict`, verdict), named(cell, name, judge)];
}

function named(cell: SourceCell, name: string, source: string): SourceCell {
  return { ...cell, source, attributes: new Map([["name", name]]) };
}
