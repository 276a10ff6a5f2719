import { existsSync, mkdirSync, renameSync, rmSync, statfsSync } from "node:fs";
import { join } from "node:path";
import { runCommand } from "../command.mjs";
import { environmentProgram, projectRoot } from "../paths.mjs";
import { findPython } from "../programs.mjs";
import { fingerprint, isStamped, SetupError, stamp } from "../step.mjs";
import { gpuFailure } from "./failure.mjs";
import { layout } from "./layout.mjs";

const MARK = ".w2v-setup";
/** What the addon needs to be built and run. */
const NEEDED = [
  "libtensorflow_cc.so.2",
  "libtensorflow_framework.so.2",
  "include/tensorflow/c/eager/c_api.h",
];

/**
 * The arguments of pip. Only shared libraries and C headers are used, which are the same in the wheels of all
 * Pythons: so pip is asked for one fixed Python, whichever runs it. Without CUDA the wheel is installed alone, without
 * the Python packages that it imports. `npm run lock` makes the files with the hashes.
 *
 * @param {import("./choose-wheel.mjs").Wheel} wheel
 * @param {string} target
 */
export function pipArguments({ build }, target) {
  const quiet = ["-q", "--disable-pip-version-check", "--no-warn-conflicts", "--no-compile"];
  const wheelOf = ["--only-binary=:all:", "--python-version", "3.12", "--implementation", "cp"];
  const alone = build === "cpu" ? ["--no-deps"] : [];
  const lock = join(projectRoot, `setup/locks/tensorflow-${build}.txt`);
  return [
    "-m",
    "pip",
    "install",
    ...quiet,
    ...wheelOf,
    ...alone,
    "--target",
    target,
    "--require-hashes",
    "-r",
    lock,
  ];
}

/**
 * Whether the wheel is there, whole.
 *
 * @param {string} root
 * @param {import("./choose-wheel.mjs").Wheel} wheel
 */
export function hasWheel(root, { requirement }) {
  return isStamped(join(layout(root).wheel, MARK), fingerprint([requirement]));
}

/**
 * Installs the wheel into build/tensorflow/wheel, unless it is there. Half an installation is never taken for one:
 * pip fills another folder first. What it had downloaded is in its cache when one tries again.
 *
 * @param {string} root
 * @param {import("./choose-wheel.mjs").Wheel} wheel
 * @param {{ run?: import("../command.mjs").RunCommand }} [options]
 */
export function installWheel(root, wheel, { run = runCommand } = {}) {
  const { folder, wheel: target, package: files } = layout(root);
  if (hasWheel(root, wheel)) return "unchanged";
  const part = `${target}.part`;
  rmSync(part, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  requireSpace(wheel, freeBytes(folder));
  const { program, args } = pythonOf(root, run);
  const result = run(program, [...args, ...pipArguments(wheel, part)], { cwd: root });
  if (result.status !== 0) {
    rmSync(part, { recursive: true, force: true });
    throw gpuFailure(`install ${wheel.requirement}`, result);
  }
  rmSync(target, { recursive: true, force: true });
  renameSync(part, target);
  requireFiles(files);
  stamp(join(target, MARK), fingerprint([wheel.requirement]));
  return "installed";
}

/** Bytes while it is installed: what stays, and pip's own copy of the largest file. */
const SPACE = { cpu: 1.6e9, cuda: 8e9 };

/**
 * Throws a SetupError when the wheel would not fit on the disk.
 *
 * @param {import("./choose-wheel.mjs").Wheel} wheel
 * @param {number} free bytes
 */
export function requireSpace({ build, requirement }, free) {
  const [wanted, found] = [SPACE[build], free].map((bytes) => `${(bytes / 1e9).toFixed(1)} GB`);
  if (free >= SPACE[build]) return;
  throw new SetupError(
    `Cannot install ${requirement}: it needs ${wanted} on the disk of build/, and ${found} are free`,
    "free some; then w2v gpu setup",
  );
}

/** @param {string} folder */
function freeBytes(folder) {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/** @param {string} files */
function requireFiles(files) {
  const missing = NEEDED.filter((name) => !existsSync(join(files, name)));
  if (missing.length === 0) return;
  throw new SetupError(
    `Cannot use this wheel of TensorFlow: it lacks ${missing.join(", ")}`,
    "w2v gpu remove and w2v gpu setup; if that does not help, the index serves another build: see pip config list",
  );
}

/**
 * The Python of .venv, or before `npm run setup` one of the machine.
 *
 * @param {string} root
 * @param {import("../command.mjs").RunCommand} run
 */
function pythonOf(root, run) {
  const own = environmentProgram(root, "python");
  return existsSync(own) ? { program: own, args: [] } : findPython({ run });
}
