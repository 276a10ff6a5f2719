"use strict";
/** @import { Cells } from "../cells.cjs" */
/** @import { Tslab } from "../tslab-types.d.ts" */
const { wrap } = require("../wrap.cjs");

/** Time that a loop which asks `interrupted()` has to end by itself, in milliseconds. */
const GRACE = 3000;

/**
 * Registers the listeners of SIGINT anew if the cell has added one. While a cell runs synchronously, node:vm removes
 * the listeners and watches for SIGINT itself; a listener that the cell adds then leaves the signal with its default
 * action in the end: the next interrupt would kill the kernel.
 * @param {number} before how many listeners there were before the cell
 */
function rearm(before) {
  const listeners = process.rawListeners("SIGINT");
  if (listeners.length <= before) return;
  process.removeAllListeners("SIGINT");
  for (const listener of listeners) process.on("SIGINT", /** @type {() => void} */ (listener));
}

/**
 * Lets code stop by itself: Interrupt sets the flag behind `interrupted()`. A cell that asks for it ends in its own
 * time, keeps its variables and may still show what it has; a second Interrupt, or `GRACE`, ends it as tslab does:
 * with an error, while its code goes on. Cells that wait are cancelled in any case.
 * @param {Tslab} tslab
 * @param {Cells} cells
 */
function repairInterrupts({ executor }, cells) {
  process.on("SIGINT", () => {}); // from here on no SIGINT kills the kernel, not even while it starts
  wrap(executor, "createExecutor", (original) => (...values) => {
    const created = original(...values);
    wrap(created, "execute", (execute) => (source) => {
      const before = process.listenerCount("SIGINT");
      const succeeded = execute(source);
      rearm(before);
      return succeeded;
    });
    wrap(created, "interrupt", (stop) => () => {
      const cell = cells.current;
      const again = cell.interrupted;
      cell.interrupted = true;
      if (cell.state !== "running") return;
      cells.cancelWaiting();
      if (again || !cell.asksForInterrupts) return stop();
      setTimeout(() => {
        if (cell.state === "running") stop();
      }, GRACE).unref();
    });
    return created;
  });
}

module.exports = { repairInterrupts };
