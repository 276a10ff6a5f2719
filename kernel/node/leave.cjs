"use strict";

/** Node's own functions, saved before the repair `exits` removes them from cells. */
const { exit, reallyExit } = /** @type {NodeJS.Process & { reallyExit: (code: number) => never }} */ (
  process
);

/** Ends the process after the listeners of "exit". */
function leave(code = 0) {
  Object.assign(process, { reallyExit }); // what Node's exit() ends with
  exit.call(process, code);
}

module.exports = { leave };
