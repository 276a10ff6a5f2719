"use strict";
/** @import { Seams } from "../seams/seams.cjs" */

/**
 * Runs each cell as an asynchronous function, in a turn of the event loop that is its own. tslab does so when an error
 * of its TypeScript, which another one does not report, says that a cell awaits, and `for await` alone it never sees.
 * With no function of the kernel below it on the stack, a cell's code can be terminated.
 * @param {Seams} seams
 */
function repairAwaits({ compiling, running }) {
  compiling.prologue(() => "await __tslab__.turn();");
  running.executorCreated((_, runtime) => {
    runtime.turn = () => new Promise((done) => setImmediate(done));
  });
}

module.exports = { repairAwaits };
