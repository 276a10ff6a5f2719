"use strict";
/** @import { Cell, Cells } from "../cells.cjs" */
/** @import { Seams } from "../seams/seams.cjs" */
const { promisify } = require("node:util");
const { wrap } = require("../wrap.cjs");

const { apply } = Reflect;

const TIMERS = /** @type {const} */ (["setTimeout", "setInterval", "setImmediate", "queueMicrotask"]);

/**
 * What a cell prints and shows after its end appears in that cell, even while another one runs: output of a timer, after
 * an await and in a function given to `then`. In tslab it appears in the cell that runs at that moment. AsyncLocalStorage
 * would be simpler, but Node 20 and 22 crash with it when a loop is terminated.
 * @param {Seams} seams
 * @param {Cells} cells
 */
function repairOwners({ running }, cells) {
  /** The cell whose code is running, if that is not the last one. @type {Cell | undefined} */
  let earlier;
  cells.speaker = () => earlier ?? cells.current;

  /**
   * Runs code of a cell.
   * @template T
   * @param {Cell} cell
   * @param {() => T} run
   */
  function runAs(cell, run) {
    const before = earlier;
    earlier = cell === cells.current ? undefined : cell;
    try {
      return cells.inCell(run);
    } finally {
      earlier = before;
    }
  }

  /**
   * The function, bound to the cell whose code runs now; any other value as it is.
   * @template T
   * @param {T} value
   * @returns {T}
   */
  function owned(value) {
    if (typeof value !== "function") return value;
    const owner = cells.speaker();
    return /** @type {T} */ (
      /** @this {unknown} */
      function (/** @type {unknown[]} */ ...values) {
        return runAs(owner, () => apply(value, this, values));
      }
    );
  }

  for (const name of TIMERS) {
    wrap(globalThis, name, (/** @type {any} */ original) => {
      const timer = (/** @type {unknown[]} */ ...values) => {
        values[0] = owned(values[0]);
        return apply(original, globalThis, values);
      };
      return Object.assign(timer, { [promisify.custom]: original[promisify.custom] });
    });
  }
  running.executorCreated((_, runtime) => {
    const { resumed } = runtime;
    Object.assign(runtime, {
      owned,
      owner: cells.speaker,
      /**
       * The value of an await in `owner`'s code, which now continues.
       * @param {number} interrupts
       * @param {Cell} owner
       * @param {unknown} value
       */
      resumed(interrupts, owner, value) {
        if (owner !== cells.current) {
          earlier = owner;
          queueLast(() => {
            if (earlier === owner) earlier = undefined;
          });
        }
        return apply(resumed, this, [interrupts, owner, value]);
      },
    });
  });
}

/** As it was before this repair: for callbacks that no cell owns. */
const queueLast = queueMicrotask;

module.exports = { repairOwners };
