import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { commandError, runCommand } from "./command.mjs";
import { environmentProgram } from "./paths.mjs";
import { findPython } from "./programs.mjs";
import { fingerprint, isStamped, stamp } from "./step.mjs";

const ACTION = "install the Python packages";
const OWN_PACKAGE = "kernel/papermill";

/**
 * Makes `.venv` with the pinned packages if it is missing, if the pins changed, or if the clone was moved: the
 * programs in a virtual environment contain its path, so a moved one does not work.
 *
 * @param {string} root
 * @param {{ dev?: boolean, run?: import("./command.mjs").RunCommand }} [options]
 * @returns {string}
 */
export function installEnvironment(root, { dev = false, run = runCommand } = {}) {
  const mark = join(root, ".venv", ".w2v-setup");
  const python = environmentProgram(root, "python");
  const value = pins(root, dev);
  const whole = existsSync(python) && !wasMoved(root);
  if (whole && (isStamped(mark, value) || (!dev && isStamped(mark, pins(root, true))))) return "unchanged";
  if (!whole) create(root, run);
  pip(python, ["--require-hashes", "-r", lockFile(dev)], root, run);
  // A folder has no hash: our own package is built by the pinned tool that is there by now, without the network.
  pip(python, ["--no-index", "--no-deps", "--no-build-isolation", `./${OWN_PACKAGE}`], root, run);
  stamp(mark, value);
  return whole ? "updated" : "installed";
}

/**
 * The versions and hashes of every package; `npm run lock` makes it.
 *
 * @param {boolean} dev
 */
function lockFile(dev) {
  return `setup/locks/${dev ? "authors" : "learners"}.txt`;
}

/**
 * @param {string} python
 * @param {readonly string[]} words
 * @param {string} root
 * @param {import("./command.mjs").RunCommand} run
 */
function pip(python, words, root, run) {
  const result = run(python, ["-m", "pip", "install", "-q", "--disable-pip-version-check", ...words], {
    cwd: root,
  });
  if (result.missing || result.status !== 0) throw commandError(ACTION, result);
}

/**
 * Whether the environment was made in another folder.
 *
 * @param {string} root
 */
export function wasMoved(root) {
  try {
    const config = readFileSync(join(root, ".venv", "pyvenv.cfg"), "utf8");
    const made = /^command = .*$/m.exec(config)?.[0].trim();
    return made !== undefined && !made.endsWith(` ${join(root, ".venv")}`);
  } catch {
    return true; // half an environment
  }
}

/**
 * @param {string} root
 * @param {import("./command.mjs").RunCommand} run
 */
function create(root, run) {
  const { program, args } = findPython({ run });
  rmSync(join(root, ".venv"), { recursive: true, force: true });
  const result = run(program, [...args, "-m", "venv", join(root, ".venv")], { cwd: root });
  if (result.status !== 0) {
    rmSync(join(root, ".venv"), { recursive: true, force: true });
    throw commandError(ACTION, result);
  }
}

/**
 * @param {string} root
 * @param {boolean} dev
 */
function pins(root, dev) {
  return fingerprint(
    [lockFile(dev), ...ownPackage(root)].map((file) => readFileSync(join(root, file), "utf8")),
  );
}

/**
 * The files of our own package, which has no line in the lock files.
 *
 * @param {string} root
 */
function ownPackage(root) {
  const files = readdirSync(join(root, OWN_PACKAGE), { recursive: true, encoding: "utf8" });
  return files
    .filter((file) => /\.(py|toml)$/.test(file))
    .map((file) => join(OWN_PACKAGE, file))
    .sort();
}
