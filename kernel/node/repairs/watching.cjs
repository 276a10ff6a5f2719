"use strict";
/** @import { Seams } from "../../common/seams/seams.cjs" */
const { wrap } = require("../../common/wrap.cjs");

/** TypeScript's name for its second timer; tslab runs the first one by hand, to compile a cell at once. */
const LOOKING_AGAIN = "timerToInvalidateFailedLookupResolutions";

/**
 * Lets several files that cells import change between two cells. tslab has room for one of TypeScript's timers; a
 * second one, with which the compiler looks again for files that it did not find, makes every later cell fail.
 * @param {Seams} seams
 */
function repairWatching({ compiling }) {
  compiling.system((system) => {
    const open = /** @type {typeof globalThis} */ (system);
    /** @type {Set<unknown>} */
    const others = new Set();
    wrap(open, "setTimeout", (compile) =>
      timer((run, delay, ...values) => {
        if (values[0] !== LOOKING_AGAIN) return compile(run, delay);
        const other = setTimeout(run, delay, ...values).unref();
        others.add(other);
        return other;
      }),
    );
    wrap(open, "clearTimeout", (forget) =>
      timer((found) => (others.delete(found) ? clearTimeout(found) : forget(found))),
    );
  });
}

/**
 * A timer function with the type that TypeScript's system expects, which Node's timers do not have.
 * @param {(...values: any[]) => unknown} run
 * @returns {any}
 */
function timer(run) {
  return run;
}

module.exports = { repairWatching };
