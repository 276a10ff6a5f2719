"use strict";
// Starts the kernel: node --enable-source-maps launch.cjs <connection file>
const { Cells } = require("./cells.cjs");
const { publishHost } = require("./host.cjs");
const { repairCallbacks } = require("./repairs/callbacks.cjs");
const { repairErrors } = require("./repairs/errors.cjs");
const { repairForAwait } = require("./repairs/for-await.cjs");
const { repairInterruptMessages } = require("./repairs/interrupt-messages.cjs");
const { repairInterrupts } = require("./repairs/interrupts.cjs");
const { repairJoining } = require("./repairs/joining.cjs");
const { repairKernelInfo } = require("./repairs/kernel-info.cjs");
const { repairPositions } = require("./repairs/positions.cjs");
const { repairSending } = require("./repairs/sending.cjs");
const { repairShorthand } = require("./repairs/shorthand.cjs");
const { repairShutdown } = require("./repairs/shutdown.cjs");
const { repairStopping } = require("./repairs/stopping.cjs");
const { repairStrictTypes } = require("./repairs/strict-types.cjs");
const { loadTslab } = require("./tslab.cjs");

/**
 * What tslab lacks, by name. Order matters twice: a later wrapper of the same function is the outer one, so
 * `errors` reports a failure before `stopping` hides it from tslab.
 */
const REPAIRS = {
  interrupts: repairInterrupts,
  "interrupt-messages": repairInterruptMessages,
  sending: repairSending,
  joining: repairJoining,
  callbacks: repairCallbacks,
  errors: repairErrors,
  stopping: repairStopping,
  "strict-types": repairStrictTypes,
  "for-await": repairForAwait,
  shorthand: repairShorthand,
  positions: repairPositions,
  "kernel-info": repairKernelInfo,
  shutdown: repairShutdown,
  host: publishHost,
};

/** For tests: the repairs to leave out, to show that each is needed. */
const without = new Set((process.env.W2V_KERNEL_WITHOUT ?? "").split(",").filter(Boolean));

const [, , configPath] = process.argv;
if (configPath === undefined) {
  throw new TypeError("Cannot start the kernel as the connection file is missing: start it from Jupyter");
}
const tslab = loadTslab();
const cells = new Cells();
cells.install(tslab);
for (const [name, repair] of Object.entries(REPAIRS)) if (!without.has(name)) repair(tslab, cells);
tslab.main.startKernel({ configPath, enableFindLocal: false });
