"use strict";
/** @import { Cells } from "../cells.cjs" */
/** @import { Tslab } from "../tslab-types.d.ts" */
const { wrap } = require("../wrap.cjs");

/**
 * Runs a cell with `silent: true` without a word to anyone but its sender, who has the reply, and gives no number to
 * it nor to one with `store_history: false`. What earlier cells print goes on to them afterwards. tslab knows neither.
 * @param {Tslab} tslab
 * @param {Cells} cells
 */
function repairSilent({ jupyter }, cells) {
  cells.whenCreated((cell) => {
    // nor does its failure cancel what the user has sent
    if (cell.silent) Object.assign(cell, { publish: () => {}, stopOnError: false });
  });
  wrap(
    jupyter.JupyterHandlerImpl.prototype,
    "handleExecuteImpl",
    (original) =>
      async function (request, ...writers) {
        const { current } = cells;
        const { execCount } = this;
        const { lastWriteDisplayData } = jupyter;
        const write = { stdout: process.stdout.write, stderr: process.stderr.write };
        const result = await original.call(this, request, ...writers);
        const ran = cells.current;
        if (!ran.counted) Object.assign(this, { execCount });
        if (!ran.silent) return result;
        cells.current = current;
        jupyter.lastWriteDisplayData = lastWriteDisplayData;
        process.stdout.write = write.stdout;
        process.stderr.write = write.stderr;
        return result;
      },
  );
}

module.exports = { repairSilent };
