"use strict";
/** @import { Seams } from "../seams/seams.cjs" */

/**
 * Runs each cell as an asynchronous function, in its own turn of the event loop. tslab does so only
 * if its own TypeScript reports a certain error, which other versions do not report, and it never notices a `for await`
 * alone. With no function of the kernel below it on the stack, a cell's code can be terminated.
 * @param {Seams} seams
 */
function repairAwaits({ compiling, running }) {
  compiling.prologue(() => "await __tslab__.turn();");
  running.executorCreated((_, runtime) => {
    runtime.turn = () => new Promise((done) => setImmediate(done));
  });
}

module.exports = { repairAwaits };
