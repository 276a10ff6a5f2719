import { spawnSync } from "node:child_process";
import { DISK_REMEDY, SetupError } from "./step.mjs";

/**
 * @typedef {{ status: number | null, output: string, missing: boolean }} CommandResult
 * @typedef {(program: string, args: readonly string[], options?: { cwd?: string }) => CommandResult} RunCommand
 */

/**
 * Runs a program to its end and returns its exit status and its whole output.
 *
 * @type {RunCommand}
 */
export function runCommand(program, args, { cwd } = {}) {
  const done = spawnSync(program, args, {
    encoding: "utf8",
    maxBuffer: 1 << 28,
    ...(cwd !== undefined && { cwd }),
    // npm is a .cmd on Windows, which only a shell starts
    shell: process.platform === "win32" && program === "npm",
  });
  const missing = done.error !== undefined && "code" in done.error && done.error.code === "ENOENT";
  return { status: done.status, output: `${done.stdout ?? ""}${done.stderr ?? ""}`, missing };
}

const REMEDIES = /** @type {const} */ ([
  [
    /ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|network (?:is unreachable|aborted)|NewConnectionError|NameResolutionError|ConnectTimeout|Temporary failure in name resolution/i,
    "the package registry was not reached",
    "connect to the network (behind a proxy: set HTTPS_PROXY; with a mirror: npm config set registry, pip config set global.index-url), then run npm run setup again",
  ],
  [/ENOSPC|No space left on device|EDQUOT|Disk quota exceeded/i, "the disk is full", DISK_REMEDY],
  [
    /ensurepip is not available|No module named '?(?:venv|ensurepip)/i,
    "this Python has no venv module",
    "install it (Debian, Ubuntu: apt install python3-venv), then run npm run setup again",
  ],
  [
    /EACCES|EPERM|Permission denied/i,
    "a file cannot be written",
    "make the project's folder yours (a file in it belongs to another user), then run npm run setup again",
  ],
  [
    /THESE PACKAGES DO NOT MATCH THE HASHES|EINTEGRITY/,
    "a package that was loaded is not the one that the project fixed: its hash differs",
    "load it again from another network or without a mirror, and install nothing of it until the hashes agree",
  ],
  [
    /EBADENGINE/,
    "this Node or npm does not fit the packages",
    "install the Node that README.md names, then run npm run setup again",
  ],
  [
    /npm error code EUSAGE/i,
    "the packages do not fit package-lock.json",
    "if you changed package.json, run npm install; if not, restore both (git checkout package.json package-lock.json), then run npm run setup again",
  ],
]);

/**
 * The error for a command that failed: a known cause with its remedy, otherwise the end of the output.
 *
 * @param {string} action for example "install the npm packages"
 * @param {CommandResult} result
 */
export function commandError(action, { output, status }) {
  const known = REMEDIES.find(([pattern]) => pattern.test(output));
  if (known) return new SetupError(`Cannot ${action}: ${known[1]}`, known[2]);
  const end = output.trim().split("\n").slice(-12).join("\n  ");
  return new SetupError(
    `Cannot ${action}: the command ended with ${status}:\n  ${end}\n`,
    "fix the problem in the lines above, then run npm run setup again",
  );
}
