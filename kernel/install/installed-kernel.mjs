import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { LAUNCHER } from "./kernelspec.mjs";
import { nodeProblem } from "./node-problem.mjs";

/**
 * A kernelspec of ours, of this folder or of another one.
 * @typedef {object} InstalledKernel
 * @property {string} name what Jupyter calls it
 * @property {string} folder where kernel.json is
 * @property {string} node the program that runs it
 * @property {string} launcher the launch.cjs that it starts
 * @property {string} owner the folder of the clone, or of the installed package, that it starts
 */

/**
 * Paths of the launcher: in a clone, in an installed package, and in clones from before the kernel had its own folder.
 */
const OWNERS = [
  /^(.*[\\/]node_modules[\\/]w2v-kernel)[\\/]node[\\/]launch\.cjs$/s,
  /^(.*)[\\/]kernel-helpers[\\/]kernel[\\/]node[\\/]launch\.cjs$/s,
  /^(.*)[\\/]kernel[\\/]node[\\/]launch\.cjs$/s,
];

/**
 * The kernelspec in `folder`; undefined if there is none or it belongs to another kernel.
 * @param {string} folder
 * @returns {InstalledKernel | undefined}
 */
export function readKernel(folder) {
  const { argv } = readSpec(folder) ?? {};
  const words = Array.isArray(argv) ? argv.map(String) : [];
  for (const launcher of words) {
    const owner = ownerOf(launcher);
    if (owner !== undefined) return { name: basename(folder), folder, node: words[0] ?? "", launcher, owner };
  }
  return undefined;
}

/**
 * Our kernelspecs in a folder of kernelspecs, which need not exist.
 * @param {string} kernels
 * @returns {InstalledKernel[]}
 */
export function readKernels(kernels) {
  if (!statSync(kernels, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(kernels)
    .sort()
    .map((name) => readKernel(join(kernels, name)))
    .filter((kernel) => kernel !== undefined);
}

/** @param {string} launcher */
function ownerOf(launcher) {
  return OWNERS.map((pattern) => pattern.exec(launcher)?.[1]).find((owner) => owner !== undefined);
}

/**
 * What kernel.json in `folder` holds; undefined if it cannot be read or is no JSON object.
 * @param {string} folder
 * @returns {Readonly<Record<string, unknown>> | undefined}
 */
export function readSpec(folder) {
  try {
    const spec = JSON.parse(readFileSync(join(folder, "kernel.json"), "utf8"));
    return typeof spec === "object" && spec !== null && !Array.isArray(spec) ? spec : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Which launcher the kernelspec starts: this one, another one, or none that exists.
 * @param {InstalledKernel} kernel
 * @param {string} [launcher]
 * @returns {"this" | "another" | "none"}
 */
export function belongsTo(kernel, launcher = LAUNCHER) {
  if (!existsSync(kernel.launcher)) return "none";
  return realpathSync(kernel.launcher) === realpathSync(launcher) ? "this" : "another";
}

/**
 * Why the kernel would not start; undefined when it would.
 * @param {InstalledKernel} kernel
 * @returns {Promise<string | undefined>}
 */
export async function kernelProblem({ launcher, node, owner }) {
  if (!existsSync(launcher)) return `starts ${launcher}, which is not there: ${whyGone(owner)}`;
  try {
    const { stdout } = await promisify(execFile)(node, ["--version"]);
    const problem = nodeProblem(stdout.trim().replace(/^v/, ""));
    return problem && `runs in Node ${problem}`;
  } catch {
    return `runs in ${node}, which is not there or does not run`;
  }
}

/** @param {string} owner */
function whyGone(owner) {
  const moved = existsSync(join(owner, "kernel", "node", "launch.cjs"));
  return moved ? "the clone was updated and has it elsewhere" : "the clone was moved";
}
