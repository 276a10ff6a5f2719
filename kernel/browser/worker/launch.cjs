"use strict";
const { Cells } = require("../../common/cells.cjs");
const { openSeams } = require("../../common/seams/seams.cjs");
const { REPAIRS } = require("./repairs.cjs");
const { tslab } = require("./tslab.cjs");

/**
 * Starts the kernel in this worker.
 * @param {object} options
 * @param {readonly string[]} [options.without] for tests: the repairs to leave out, to show that each is needed
 * @param {Int32Array} [options.presses] how often Interrupt was pressed, in memory that the page shares
 * @returns {{ interrupt(): void }} to be called after Interrupt was pressed
 */
function launch({ without = [], presses }) {
  const cells = new Cells();
  if (presses !== undefined) cells.presses = presses;
  const seams = openSeams(tslab);
  cells.install(seams);
  for (const [name, repair] of REPAIRS) if (!without.includes(name)) repair(seams, cells);
  tslab.main.startKernel({ configPath: "", enableFindLocal: false });
  if (presses === undefined) return { interrupt: () => process.emit("SIGINT") };
  let heard = 0;
  cells.hearInterrupts = () => {
    const pressed = Atomics.load(presses, 0);
    if (pressed === heard) return;
    heard = pressed;
    process.emit("SIGINT");
  };
  return { interrupt: () => cells.hearInterrupts() };
}

module.exports = { launch };
