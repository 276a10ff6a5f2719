"use strict";
/** @import { Cell, Cells } from "../cells.cjs" */
/** @import { Tslab, TypeScript } from "../tslab-types.d.ts" */
const { resultBundle } = require("../result-bundle.cjs");
const { toWire } = require("../to-wire.cjs");
const { wrap } = require("../wrap.cjs");

/**
 * Whether the last expression of `source` ends with a semicolon: then its value is not shown.
 * @param {TypeScript} ts
 * @param {string} source
 */
function endsWithSemicolon(ts, source) {
  const { statements } = ts.createSourceFile("cell.ts", source, ts.ScriptTarget.Latest);
  const last = statements.filter((statement) => ts.isExpressionStatement(statement)).at(-1);
  return last !== undefined && source[last.end - 1] === ";";
}

/**
 * Sends the value of a cell's last expression as `execute_result`, rich where it knows how to be shown; a semicolon
 * behind the expression silences it. tslab prints it to stdout.
 * @param {Tslab} tslab
 * @param {Cells} cells
 */
function repairResults({ converter, executor, typescript }, cells) {
  /** Under which name the cell that runs keeps the value. */
  let name = "";
  let silent = false;
  wrap(converter, "createConverter", (original) => (options) => {
    const created = original(options);
    wrap(created, "convert", (convert) => (declarations, source) => {
      const { lastExpressionVar = "", ...converted } = convert(declarations, source);
      name = lastExpressionVar;
      silent = name !== "" && endsWithSemicolon(typescript, source);
      return converted;
    });
    return created;
  });
  wrap(executor, "createExecutor", (original) => (...values) => {
    const created = original(...values);
    wrap(created, "execute", (execute) => async (source) => {
      const cell = cells.current;
      name = "";
      const succeeded = await execute(source);
      const value = created.locals[name];
      if (name !== "") created.locals[name] = undefined; // to delete it would make the access to all variables slow
      if (succeeded && value !== undefined && !silent) await publishResult(cell, value, cells);
      return succeeded;
    });
    return created;
  });
}

/**
 * @param {Cell} cell
 * @param {unknown} value
 * @param {Cells} cells
 */
async function publishResult(cell, value, cells) {
  const data = toWire(await resultBundle(value, cells));
  cell.publish("execute_result", { execution_count: cell.count, data, metadata: {} });
}

module.exports = { repairResults };
