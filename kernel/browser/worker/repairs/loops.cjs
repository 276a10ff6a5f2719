"use strict";
/** @import { Cells } from "../../../common/cells.cjs" */
/** @import { Seams } from "../../../common/seams/seams.cjs" */
const { loopChecks } = require("../../../rewriting/loops.cjs");
const { Interrupted } = require("../../../common/interrupted.cjs");

/**
 * Ends a loop in a cell that never awaits, if the page shares memory with the worker. In Node, V8 terminates it; in
 * a page only the loop itself can do that. A cell that asks `interrupted()` ends by itself.
 * @param {Seams} seams
 * @param {Cells} cells
 */
function repairLoops({ tslab, compiling, running }, cells) {
  /** What the cell that is being compiled must declare. @type {readonly string[]} */
  let counters = [];
  compiling.transform(() => ({
    before: loopChecks(tslab.typescript, (found) => {
      counters = found;
    }),
  }));
  compiling.prologue(() =>
    counters.length === 0 ? undefined : `let ${counters.map((name) => `${name} = 0`).join(", ")};`,
  );
  running.executorCreated((_, runtime) => {
    runtime.presses = cells.presses;
    runtime.heard = 0;
    runtime.look = () => {
      const pressed = cells.presses[0];
      cells.hearInterrupts();
      const { interrupted, asksForInterrupts } = cells.current;
      if (!interrupted)
        runtime.heard = pressed; // of an earlier cell
      else if (!asksForInterrupts) throw new Interrupted();
    };
  });
}

module.exports = { repairLoops };
