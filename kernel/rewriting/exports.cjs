"use strict";
/** @import { Statement } from "typescript" */
/** @import { TS } from "./cell-types.d.ts" */

/**
 * The cell without `export` before declarations and without `export { … }`: all cells share one scope, and nobody imports
 * from it. Spaces stand in their place, so that positions stay as they are.
 * @param {TS} ts
 * @param {string} source
 */
function withoutExports(ts, source) {
  if (!source.includes("export")) return source;
  const file = ts.createSourceFile("cell.ts", source, ts.ScriptTarget.Latest);
  let changed = source;
  for (const statement of file.statements) {
    const word = exportedBy(ts, statement);
    if (word === undefined) continue;
    const start = word.getStart(file);
    const blank = source.slice(start, word.end).replace(/[^\r\n]/g, " ");
    changed = changed.slice(0, start) + blank + changed.slice(word.end);
  }
  return changed;
}

/**
 * What makes a statement an export: its modifier, or the whole statement. Undefined for `export default` and for what is
 * exported from another module, which tslab understands.
 * @param {TS} ts
 * @param {Statement} statement
 */
function exportedBy(ts, statement) {
  if (ts.isExportDeclaration(statement)) return statement.moduleSpecifier ? undefined : statement;
  const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
  const isDefault = modifiers.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword);
  return isDefault ? undefined : modifiers.find(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
}

module.exports = { withoutExports };
