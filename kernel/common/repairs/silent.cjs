"use strict";
/** @import { Cells } from "../cells.cjs" */
/** @import { Seams } from "../seams/seams.cjs" */

/**
 * Runs a cell with `silent: true` without a word to anyone but its sender, who has the reply, and gives no number to
 * it nor to one with `store_history: false`. What earlier cells print goes on to them afterwards. tslab knows neither.
 * @param {Seams} seams
 * @param {Cells} cells
 */
function repairSilent({ tslab, messages }, cells) {
  const { jupyter } = tslab;
  cells.whenCreated((cell) => {
    // nor does its failure cancel what the user has sent
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
