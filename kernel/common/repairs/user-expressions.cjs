"use strict";
/** @import { Cells } from "../cells.cjs" */
/** @import { Seams } from "../seams/seams.cjs" */
/** @import { Executor } from "../tslab-types.d.ts" */
const { describeFailure } = require("../describe-failure.cjs");

/** Names the code of an expression instead of a cell's number. */
const NO_NUMBER = 0;

/**
 * Evaluates the `user_expressions` of a request after its code, for front ends that watch variables: a result or an
 * error for each name in the reply, and nothing after a cell that failed. tslab ignores them.
 * @param {Seams} seams
 * @param {Cells} cells
 */
function repairUserExpressions({ running, messages }, cells) {
  /** @type {Executor} */
  let executor;
  running.executorCreated((created) => {
    executor = created;
  });
  messages.reply(async (run, request) => {
    const result = await run();
    if (result.count === undefined) return result; // cancelled
    const cell = cells.current;
    /** @type {Record<string, object>} */
    const values = {};
    for (const [name, expression] of Object.entries(request.user_expressions ?? {})) {
      values[name] = await evaluate(executor, cells, String(expression));
    }
    cell.reply = { ...cell.reply, user_expressions: values };
    return result;
  });
}

/**
 * Runs the expression as a cell of its own, whose result is returned instead of published.
 * @param {Executor} executor
 * @param {Cells} cells
 * @param {string} expression
 */
async function evaluate(executor, cells, expression) {
  const cell = cells.current;
  /** @type {object} */
  let data = { "text/plain": "undefined" };
  /** @type {typeof cell} */
  const asking = {
    ...cell,
    count: NO_NUMBER,
    state: "running",
    complaints: [],
    publish(type, content) {
      if (type === "execute_result") ({ data } = /** @type {{ data: object }} */ (content));
      else cell.publish(type, content);
    },
  };
  cells.current = asking;
  try {
    const succeeded = await executor.execute(`(${expression}\n)`);
    if (succeeded) return { status: "ok", data, metadata: {} };
    return { status: "error", ...describeFailure(asking.complaints, undefined, cells) };
  } finally {
    cells.current = cell;
  }
}

module.exports = { repairUserExpressions };
