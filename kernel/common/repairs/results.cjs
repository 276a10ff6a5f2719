"use strict";
/** @import { Cell, Cells } from "../cells.cjs" */
/** @import { Seams } from "../seams/seams.cjs" */
/** @import { TypeScript } from "../tslab-types.d.ts" */
const { resultBundle } = require("../result-bundle.cjs");
const { toWire } = require("../to-wire.cjs");

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
 * after the expression suppresses it. tslab prints it to stdout.
 * @param {Seams} seams
 * @param {Cells} cells
 */
function repairResults({ tslab, compiling, running }, cells) {
  /** The name under which the running cell keeps the value. */
  let name = "";
  let silent = false;
  /** @type {Record<string, unknown>} */
  let locals = {};
  running.executorCreated((executor) => {
    locals = executor.locals;
  });
  compiling.converted(({ lastExpressionVar = "", ...converted }, source) => {
    name = lastExpressionVar;
    silent = name !== "" && endsWithSemicolon(tslab.typescript, source);
    return converted;
  });
  running.execute(async (execute) => {
    const cell = cells.current;
    name = "";
    const succeeded = await execute();
    const value = locals[name];
    if (name !== "") locals[name] = undefined; // deleting it would slow down access to all variables
    if (succeeded && value !== undefined && !silent) await publishResult(cell, value, cells);
    return succeeded;
  });
}

/**
 * @param {Cell} cell
 * @param {unknown} value
 * @param {Cells} cells
 */
async function publishResult(cell, value, cells) {
  const data = toWire(await cells.stoppable(resultBundle(value, cells)));
  cell.publish("execute_result", { execution_count: cell.count, data, metadata: {} });
}

module.exports = { repairResults };
