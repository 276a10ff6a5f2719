import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runCommand } from "./command.mjs";
import { projectRoot } from "./paths.mjs";
import { SetupError } from "./step.mjs";

const PYTHON = /** @type {const} */ ([3, 11]);

/**
 * Refuses a Node that cannot load the kernel.
 *
 * @param {string} [version]
 * @returns {string}
 */
export function checkNode(version = process.versions.node) {
  const { engines } = JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8"));
  const oldest = String(engines.node).replace(/^>=/, "");
  const [major = 0, minor = 0] = oldest.split(".").map(Number);
  if (!isAtLeast(version, [major, minor])) {
    throw new SetupError(
      `Cannot set up the course: Node ${oldest} or newer is needed, and this is ${version}`,
      "install a newer Node (https://nodejs.org, or nvm install 24), then try again",
    );
  }
  return version;
}

/**
 * @typedef {object} Python
 * @property {string} program
 * @property {readonly string[]} args what comes before a script's own arguments: `-3` for Windows' `py`
 * @property {string} version
 */

/**
 * The first Python that is new enough, of W2V_PYTHON, python3, python and py -3.
 *
 * @param {{ run?: import("./command.mjs").RunCommand, chosen?: string | undefined }} [options]
 * @returns {Python}
 */
export function findPython({ run = runCommand, chosen = process.env.W2V_PYTHON } = {}) {
  const candidates = chosen ? [[chosen]] : [["python3"], ["python"], ["py", "-3"]];
  const seen = [];
  for (const [program = "", ...args] of candidates) {
    const script = "import sys; print('%d.%d.%d' % sys.version_info[:3])";
    const { status, output } = run(program, [...args, "-c", script]);
    const version = status === 0 ? output.trim() : undefined;
    if (version && isAtLeast(version, PYTHON)) return { program, args, version };
    seen.push(`${[program, ...args].join(" ")} ${version ? `is ${version}` : "is not there"}`);
  }
  throw new SetupError(
    `Cannot set up the course: Python ${PYTHON.join(".")} or newer is needed, but ${seen.join(", ")}`,
    "install it (Debian, Ubuntu: apt install python3 python3-venv; macOS: brew install python; " +
      "Windows: winget install Python.Python.3.13) or name one with W2V_PYTHON=/path/to/python",
  );
}

/**
 * @param {string} version
 * @param {readonly [number, number]} wanted
 */
function isAtLeast(version, [major, minor]) {
  const [a = Number.NaN, b = Number.NaN] = version.split(".").map(Number);
  return a > major || (a === major && b >= minor);
}
