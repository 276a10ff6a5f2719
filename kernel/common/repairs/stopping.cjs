"use strict";
/** @import { Cells } from "../cells.cjs" */
/** @import { Seams } from "../seams/seams.cjs" */
const { setTimeout: sleep } = require("node:timers/promises");

/** A front end that sends many cells at once pauses for less than this time between two of them, in milliseconds. */
const PAUSE = 50;

/**
 * After a failure, cancels exactly the cells that were sent before it was known. tslab refuses every request of
 * the next 200 ms, `stop_on_error: false` or not, and answers "abort" where the protocol says "aborted".
 * The reply of the failed cell waits until then, so a front end that waits for it is never refused.
 * @param {Seams} seams
 * @param {Cells} cells
 */
function repairStopping({ messages }, cells) {
  messages.reply(async (run) => {
    try {
      return await run();
    } catch {
      const cell = cells.current;
      cell.reply = { ...cell.reply, status: "error" };
      if (cell.stopOnError) {
        let arrived;
        do {
          arrived = cells.arrived;
          await sleep(PAUSE);
          await cells.allArrived();
        } while (cells.arrived !== arrived);
        cells.cancelWaiting();
      }
      return { count: cell.count }; // returned, not thrown, because tslab's queue would then refuse later cells
    }
  });
}

module.exports = { repairStopping };
