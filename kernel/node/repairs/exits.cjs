"use strict";
/** @import { Seams } from "../../common/seams/seams.cjs" */
const { syncBuiltinESMExports } = require("node:module");
const { constants } = require("node:os");

/** Signals that do not end a process which does not listen to them. */
const HARMLESS = new Set(["SIGCHLD", "SIGCONT", "SIGPIPE", "SIGURG", "SIGWINCH", "SIGUSR1"]);

/** What each of these would end: ourselves, our group under its two names, and everything. */
const OURSELVES = new Set([process.pid, 0, -process.pid, -1]);

/** @returns {never} */
function refuse() {
  throw new Error(
    "Cannot end the kernel from a cell as all variables would be lost: choose Kernel > Restart if that is wanted",
  );
}

/** @param {string | number} signal */
function nameOf(signal) {
  const found = Object.entries(constants.signals).find(([, number]) => number === signal);
  return found?.[0] ?? String(signal);
}

/**
 * What a cell may send to the kernel itself: 0, which only asks, Interrupt, what does no harm, and what the cell
 * listens to.
 * @param {string} name
 */
function mayReachUs(name) {
  return name === "0" || name === "SIGINT" || HARMLESS.has(name) || process.listenerCount(name) > 0;
}

/**
 * What would end the process is an error of the cell: `process.exit()`, `abort()`, `reallyExit()` and a signal to
 * itself. In tslab they end the kernel, and with it all variables, without a word. A worker has a `process.exit` of
 * its own, which ends the worker alone.
 * @param {Seams} _seams
 */
function repairExits(_seams) {
  const kill = process.kill.bind(process);
  /** @type {(pid: number, signal?: string | number) => boolean} */
  const killOthers = (pid, signal = "SIGTERM") => {
    if (!OURSELVES.has(Number(pid))) return kill(pid, signal);
    const name = nameOf(signal);
    if (!mayReachUs(name)) refuse();
    // Windows knows no signals: any but 0 would end us
    if (process.platform === "win32" && name !== "0")
      return process.emit(/** @type {"SIGINT"} */ (name), "SIGINT");
    return kill(pid, signal);
  };
  Object.assign(process, { exit: refuse, abort: refuse, reallyExit: refuse, kill: killOthers });
  syncBuiltinESMExports(); // for modules that import { exit } from "node:process"
}

module.exports = { repairExits };
