"use strict";
/** @import { Seams } from "../../common/seams/seams.cjs" */
const { syncBuiltinESMExports } = require("node:module");
const { constants } = require("node:os");
const { wrap } = require("../../common/wrap.cjs");

/** Signals that do not end a process that has no listener for them. */
const HARMLESS = new Set(["SIGCHLD", "SIGCONT", "SIGPIPE", "SIGURG", "SIGWINCH", "SIGUSR1"]);

/** Each of these ids would end this process: itself, its group under two names, and everything. */
const OURSELVES = new Set([process.pid, 0, -process.pid, -1]);

/** @returns {never} */
function refuse() {
  throw new Error(
    "Cannot end the kernel from a cell: all variables would be lost. Remedy: choose Kernel > Restart if you want that",
  );
}

/** @param {string | number} signal */
function nameOf(signal) {
  const found = Object.entries(constants.signals).find(([, number]) => number === signal);
  return found?.[0] ?? String(signal);
}

/**
 * Signals that a cell may send to the kernel itself: 0, which only tests, Interrupt, harmless ones, and those that the
 * cell listens to.
 * @param {string} name
 */
function mayReachUs(name) {
  return name === "0" || name === "SIGINT" || HARMLESS.has(name) || process.listenerCount(name) > 0;
}

/**
 * Turns what would end the process into an error of the cell: `process.exit()`, `abort()`, `reallyExit()` and a signal to
 * itself. In tslab they silently end the kernel and with it all variables. A worker has its
 * own `process.exit`, which only ends the worker. `process.removeAllListeners()` keeps the kernel's own, without which the next
 * uncaught error or Interrupt would end it.
 * @param {Seams} seams
 */
function repairExits({ tslab }) {
  const kill = process.kill.bind(process);
  /** @type {(pid: number, signal?: string | number) => boolean} */
  const killOthers = (pid, signal = "SIGTERM") => {
    if (!OURSELVES.has(Number(pid))) return kill(pid, signal);
    const name = nameOf(signal);
    if (!mayReachUs(name)) refuse();
    // Windows has no signals: any but 0 would end this process
    if (process.platform === "win32" && name !== "0")
      return process.emit(/** @type {"SIGINT"} */ (name), "SIGINT");
    return kill(pid, signal);
  };
  Object.assign(process, { exit: refuse, abort: refuse, reallyExit: refuse, kill: killOthers });
  wrap(tslab.main, "startKernel", (start) => (options) => {
    start(options);
    keepListeners();
  });
  syncBuiltinESMExports(); // for modules that import { exit } from "node:process"
}

/** Keeps the listeners that process has now, whatever removes all of them. */
function keepListeners() {
  const own = process.eventNames().map((event) => ({
    event: /** @type {string} */ (event),
    listeners: /** @type {NodeJS.SignalsListener[]} */ (process.rawListeners(event)),
  }));
  wrap(process, "removeAllListeners", (remove) => (...events) => {
    remove.apply(process, events);
    for (const { event, listeners } of own) {
      const left = process.rawListeners(event);
      for (const one of listeners) if (!left.includes(one)) process.on(event, one);
    }
    return process;
  });
}

module.exports = { repairExits };
