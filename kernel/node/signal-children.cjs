"use strict";
const { execFileSync } = require("node:child_process");
const { existsSync, readdirSync, readFileSync } = require("node:fs");

/**
 * A process of this machine.
 * @typedef {object} Process
 * @property {number} pid
 * @property {number} parent
 * @property {number} group
 */

/**
 * Sends a signal to the programs that cells have started, and to theirs; not to those that were started `detached`, which
 * belong to no terminal. Does nothing on Windows.
 * @param {NodeJS.Signals} signal
 */
function signalChildren(signal) {
  if (process.platform === "win32") return;
  const all = processes();
  const group = all.find(({ pid }) => pid === process.pid)?.group;
  for (const { pid } of descendants(process.pid, all).filter((child) => child.group === group)) {
    try {
      process.kill(pid, signal);
    } catch {
      // it has ended
    }
  }
}

/**
 * @param {number} ancestor
 * @param {readonly Process[]} all
 * @returns {Process[]}
 */
function descendants(ancestor, all) {
  const children = all.filter(({ parent }) => parent === ancestor);
  return children.flatMap((child) => [child, ...descendants(child.pid, all)]);
}

/**
 * The processes of this machine: from /proc where it exists, since small systems have no `ps`.
 * @returns {Process[]}
 */
function processes() {
  if (existsSync("/proc/self/stat")) {
    return readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .flatMap(fromProc);
  }
  const list = execFileSync("ps", ["-axo", "pid=,ppid=,pgid="], { encoding: "utf8" });
  return list.split("\n").flatMap((line) => {
    const [pid, parent, group] = line.trim().split(/\s+/).map(Number);
    return pid && parent && group ? [{ pid, parent, group }] : [];
  });
}

/**
 * @param {string} name
 * @returns {Process[]} none if the process has ended
 */
function fromProc(name) {
  try {
    const text = readFileSync(`/proc/${name}/stat`, "utf8");
    const [, parent, group] = text.slice(text.lastIndexOf(")") + 2).split(" "); // before it: id and name, after it: state
    return [{ pid: Number(name), parent: Number(parent), group: Number(group) }];
  } catch {
    return [];
  }
}

module.exports = { signalChildren };
