"use strict";
/** @import { Tslab } from "../tslab-types.d.ts" */
const { Compiling } = require("./compiling.cjs");
const { Messages } = require("./messages.cjs");
const { Running } = require("./running.cjs");

/**
 * The places at which repairs change tslab, by name, so that each repair says what it touches: `compiling` a cell,
 * `running` it, and the `messages` about it. `tslab` is for parts that only one repair changes.
 * @typedef {object} Seams
 * @property {Tslab} tslab
 * @property {Compiling} compiling
 * @property {Running} running
 * @property {Messages} messages
 */

/**
 * Opens tslab at its seams; must run before tslab starts.
 * @param {Tslab} tslab
 * @returns {Seams}
 */
function openSeams(tslab) {
  const compiling = new Compiling(tslab);
  const running = new Running(tslab);
  running.execute(async (execute) => {
    compiling.forgetLast();
    const succeeded = await execute();
    const converted = compiling.lastConverted();
    // as tslab itself does: a cell that fails declares nothing
    if (succeeded && converted !== undefined) compiling.declarations = converted.declOutput ?? "";
    return succeeded;
  });
  return { tslab, compiling, running, messages: new Messages(tslab) };
}

module.exports = { openSeams };
