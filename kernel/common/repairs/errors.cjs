"use strict";
/** @import { Cells } from "../cells.cjs" */
/** @import { Tslab } from "../tslab-types.d.ts" */
const { describeFailure } = require("../describe-failure.cjs");
const { wrap } = require("../wrap.cjs");

/**
 * Sends a failure as an `error` message and in the reply, with name, text and traceback. tslab prints it to
 * stderr and says only "error", so nbclient, nbconvert and a grader do not know what happened.
 * @param {Tslab} tslab
 * @param {Cells} cells
 */
function repairErrors({ executor, jupyter }, cells) {
  wrap(executor, "createExecutor", (original) => (root, converters, console) => {
    const created = original(root, converters, {
      log: console.log,
      error: (...values) => cells.current.complaints.push(values),
    });
    wrap(created, "execute", (execute) => async (source) => {
      const { current } = cells;
      const succeeded = await execute(source);
      // A cell that defines a module succeeds in spite of its type errors.
      if (succeeded) for (const values of current.complaints.splice(0)) console.error(...values);
      return succeeded;
    });
    return created;
  });
  wrap(
    jupyter.JupyterHandlerImpl.prototype,
    "handleExecuteImpl",
    (original) =>
      async function (request, ...writers) {
        try {
          return await original.call(this, request, ...writers);
        } catch (thrown) {
          const cell = cells.current;
          const failure = describeFailure(cell.complaints, thrown, cells);
          cell.publish("error", failure);
          cell.reply = { ...cell.reply, ...failure };
          throw thrown;
        }
      },
  );
}

module.exports = { repairErrors };
