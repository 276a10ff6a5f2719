"use strict";
/** @import { Tslab } from "../tslab-types.d.ts" */

/**
 * `process.exit()` in a cell is an error of the cell. In tslab it ends the kernel, and with it all variables,
 * without a word.
 * @param {Tslab} _tslab
 */
function repairExits(_tslab) {
  process.exit = () => {
    throw new Error(
      "Cannot end the kernel from a cell as all variables would be lost: choose Kernel > Restart if that is wanted",
    );
  };
}

module.exports = { repairExits };
