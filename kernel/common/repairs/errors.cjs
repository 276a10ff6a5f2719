"use strict";
/** @import { Cells } from "../cells.cjs" */
/** @import { Seams } from "../seams/seams.cjs" */
const { describeFailure } = require("../describe-failure.cjs");

/**
 * Sends a failure as an `error` message and in the reply, with name, text and traceback. tslab prints it to
 * stderr and says only "error", so nbclient, nbconvert and a grader do not know what happened.
 * @param {Seams} seams
 * @param {Cells} cells
 */
function repairErrors({ running, messages }, cells) {
  let print = (/** @type {unknown[]} */ ..._values) => {};
  running.console((console) => {
    print = console.error;
    return { log: console.log, error: (...values) => cells.current.complaints.push(values) };
  });
  running.execute(async (execute) => {
    const { current } = cells;
    const succeeded = await execute();
    // A cell that defines a module succeeds in spite of its type errors.
    if (succeeded) for (const values of current.complaints.splice(0)) print(...values);
    return succeeded;
  });
  messages.reply(async (run) => {
    try {
      return await run();
    } catch (thrown) {
      const cell = cells.current;
      const failure = describeFailure(cell.complaints, thrown, cells, cell.during);
      cell.publish("error", failure);
      cell.reply = { ...cell.reply, ...failure };
      throw thrown;
    }
  });
}

module.exports = { repairErrors };
