"use strict";
/** @import { SourceFile, Statement, TransformerFactory } from "typescript" */
/** @import { TS } from "./cell-types.d.ts" */

/**
 * Removes the statements at the start of a compiled CommonJS module: `exports.a = exports.b = void 0;` sets each name
 * that the module declares to undefined. Must run after TypeScript's own transformers.
 * @param {TS} ts
 * @param {(names: readonly string[]) => void} found called for each file with the names that it declares
 * @returns {TransformerFactory<SourceFile>}
 */
function resetRemover(ts, found) {
  return (context) => (file) => {
    /** @type {string[]} */
    const names = [];
    const kept = file.statements.filter((statement) => {
      const reset = namesReset(ts, statement);
      names.push(...reset);
      return reset.length === 0;
    });
    found(names);
    return context.factory.updateSourceFile(file, kept);
  };
}

/**
 * The names that the statement resets; none when it is another statement.
 * @param {TS} ts
 * @param {Statement} statement
 * @returns {string[]}
 */
function namesReset(ts, statement) {
  // the cell's own statements have a position; those that TypeScript adds have none
  if (!ts.isExpressionStatement(statement) || statement.pos >= 0) return [];
  const names = [];
  let { expression } = statement;
  while (ts.isBinaryExpression(expression) && ts.isPropertyAccessExpression(expression.left)) {
    names.push(expression.left.name.text);
    expression = expression.right;
  }
  return ts.isVoidExpression(expression) ? names : [];
}

module.exports = { resetRemover };
