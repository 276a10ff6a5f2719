"use strict";
/** @import { Cells } from "../cells.cjs" */
/** @import { Seams } from "../seams/seams.cjs" */

/**
 * Runs a cell with `silent: true` so that only its sender gets anything, namely the reply. Gives no number to
 * it or to a cell with `store_history: false`. Later output of earlier cells still reaches them. tslab supports neither.
 * @param {Seams} seams
 * @param {Cells} cells
 */
function repairSilent({ tslab, messages }, cells) {
  const { jupyter } = tslab;
  cells.whenCreated((cell) => {
    // and its failure does not cancel the user's cells
    if (cell.silent) Object.assign(cell, { publish: () => {}, stopOnError: false });
  });
  messages.reply(async (run, _, handler) => {
    const { current } = cells;
    const { execCount } = handler;
    const { lastWriteDisplayData } = jupyter;
    const write = { stdout: process.stdout.write, stderr: process.stderr.write };
    const result = await run();
    const ran = cells.current;
    if (!ran.counted) Object.assign(handler, { execCount });
    if (!ran.silent) return result;
    cells.current = current;
    jupyter.lastWriteDisplayData = lastWriteDisplayData;
    process.stdout.write = write.stdout;
    process.stderr.write = write.stderr;
    return result;
  });
}

module.exports = { repairSilent };
