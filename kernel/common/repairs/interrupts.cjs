"use strict";
/** @import { Cell, Cells } from "../cells.cjs" */
/** @import { Seams } from "../seams/seams.cjs" */
const { awaitHooks } = require("../../rewriting/await-hooks.cjs");
const { Interrupted } = require("../interrupted.cjs");
const { wrap } = require("../wrap.cjs");

/** Time in milliseconds that a loop which calls `interrupted()` has to end by itself. */
const GRACE = 3000;

/**
 * Lets code stop by itself: Interrupt sets the flag behind `interrupted()`. A cell that calls it ends in its own
 * time, keeps its variables and may still show what it has; a second Interrupt, or `GRACE`, ends it with an error.
 * Any other cell fails at once. Code that was awaiting something ends there; in tslab it continues in the background.
 * Waiting cells are cancelled in any case.
 * @param {Seams} seams
 * @param {Cells} cells
 */
function repairInterrupts({ tslab, compiling, running }, cells) {
  process.on("SIGINT", () => {}); // from here on no SIGINT kills the kernel, not even while it starts
  let stopWaiting = (/** @type {Interrupted} */ _reason) => {};
  /** The last cell that an Interrupt has ended. @type {Cell | undefined} */
  let ended;
  cells.stoppable = (promise) => {
    if (ended === cells.current) return Promise.reject(new Interrupted()); // it came just before
    const interrupted = new Promise((_, reject) => {
      stopWaiting = reject;
    });
    return Promise.race([promise, interrupted]);
  };
  compiling.transform(() => ({ before: awaitHooks(tslab.typescript) }));
  running.executorCreated((executor, runtime) => {
    Object.assign(runtime, stops());
    wrap(executor, "interrupt", (stop) => () => {
      const cell = cells.current;
      const again = cell.interrupted;
      cell.interrupted = true;
      if (cell.state !== "running") return;
      cells.cancelWaiting();
      const end = () => {
        runtime.interrupts += 1;
        ended = cell;
        stop();
        stopWaiting(new Interrupted());
      };
      if (again || !cell.asksForInterrupts) return end();
      const patience = setTimeout(() => {
        if (cell.state === "running") end();
      }, GRACE);
      patience.unref?.(); // a page's timers have none
    });
  });
}

/** What the transformer `awaitHooks` calls. */
function stops() {
  return {
    /** How often a cell was ended by an Interrupt. */
    interrupts: 0,
    owner: () => undefined,
    owned: (/** @type {unknown} */ run) => run,
    /**
     * The value of an await, unless a cell was ended since `interrupts` was read.
     * @template T
     * @param {number} interrupts
     * @param {unknown} _owner used by the repair `owners`
     * @param {T} value
     * @returns {T}
     */
    resumed(interrupts, _owner, value) {
      if (interrupts !== this.interrupts) throw new Interrupted();
      return value;
    },
    /**
     * The items of `iterable` until a cell is ended; the iterable can then clean up.
     * @param {AsyncIterable<unknown> | Iterable<unknown>} iterable
     */
    async *stoppable(iterable) {
      const { interrupts } = this;
      for await (const item of iterable) {
        this.resumed(interrupts, undefined, undefined);
        yield item;
      }
      this.resumed(interrupts, undefined, undefined);
    },
  };
}

module.exports = { repairInterrupts };
