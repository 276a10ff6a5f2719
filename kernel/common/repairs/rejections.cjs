"use strict";
/** @import { Cell, Cells } from "../cells.cjs" */
/** @import { Seams } from "../seams/seams.cjs" */
const { describeFailure } = require("../describe-failure.cjs");
const { isInterrupted } = require("../interrupted.cjs");
const { wrap } = require("../wrap.cjs");

/** For each of Node's events for such a failure: the words that the learner reads. */
const KINDS = {
  unhandledRejection: "Unhandled rejection of a promise (was an await forgotten?)",
  uncaughtException: "Uncaught in a callback",
};

/** A frame in a cell's code, as the repair `positions` names it. */
const FRAME = /\bcell(?:-(\d+):\d+:\d+| (\d+), line \d+)/g;

/**
 * Reports failures that nobody awaited in the cell whose code started them, with positions in its source, before
 * that cell's reply if they are known by then. tslab prints them, with its own frames, in whatever cell is running.
 * @param {Seams} seams
 * @param {Cells} cells
 */
function repairRejections({ tslab, running }, cells) {
  /** @type {Map<number, Cell>} */
  const numbered = new Map();
  running.execute(async (execute) => {
    numbered.set(cells.current.count, cells.current);
    const succeeded = await execute();
    await new Promise((done) => setImmediate(done)); // Node reports rejections after all that is awaited
    return succeeded;
  });
  wrap(tslab.main, "startKernel", (start) => (options) => {
    start(options);
    for (const [event, kind] of Object.entries(KINDS)) {
      process.removeAllListeners(event); // tslab's
      process.on(event, (thrown) => {
        if (isInterrupted(thrown)) return;
        const cell = numbered.get(causeOf(thrown)) ?? cells.current;
        const { traceback } = describeFailure([], thrown, cells);
        cell.publish("stream", { name: "stderr", text: `${kind}: ${traceback.join("\n")}\n` });
      });
    }
  });
}

/**
 * The number of the cell in whose code the outermost frame is; 0 when there is none.
 * @param {unknown} thrown
 */
function causeOf(thrown) {
  try {
    const { stack } = /** @type {{ stack?: unknown }} */ (Object(thrown));
    const [, raw, mapped] = [...String(stack).matchAll(FRAME)].at(-1) ?? [];
    return Number(raw ?? mapped ?? 0);
  } catch {
    return 0; // its getters throw
  }
}

module.exports = { repairRejections };
