// Built-ins only: setup writes the kernelspec before npm has installed anything.
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Name of the kernelspec's folder, and the kernel's name in a notebook's metadata. */
export const KERNEL_NAME = "w2v";

const HERE = fileURLToPath(new URL(".", import.meta.url));

/** Absolute path of the file that starts this kernel. */
export const LAUNCHER = join(HERE, "../node/launch.cjs");

const LOGO = "logo-svg.svg";

/**
 * @typedef {object} KernelSpecOptions
 * @property {string} [node] the Node that runs the kernel; default: the one that runs this
 * @property {string} [launcher] absolute path of launch.cjs
 * @property {Readonly<Record<string, string>>} [env] environment variables for the kernel
 * @property {string} [name] what Jupyter calls it; default: `w2v`
 */

/**
 * The content of kernel.json. Its paths are absolute, because Jupyter starts kernels in the notebook's folder.
 * @param {KernelSpecOptions} [options]
 */
export function kernelSpec({
  node = process.execPath,
  launcher = LAUNCHER,
  env = {},
  name = KERNEL_NAME,
} = {}) {
  return {
    argv: [node, "--enable-source-maps", launcher, "{connection_file}"],
    // In Jupyter's list of kernels, clones must be distinguishable.
    display_name: `TypeScript (word2vec-lab${name === KERNEL_NAME ? "" : `, ${name}`})`,
    language: "typescript",
    // Node handles a signal only between two turns of the event loop, and Windows has no signals.
    interrupt_mode: "message",
    env,
  };
}

/**
 * Writes the kernelspec under `<prefix>/share/jupyter/kernels/w2v` unless it stands there already.
 * @param {string} prefix a Python environment, such as `.venv`
 * @param {KernelSpecOptions} [options]
 * @returns {boolean} whether anything changed
 */
export function installKernelSpec(prefix, options) {
  return writeKernelSpec(join(prefix, "share", "jupyter", "kernels", KERNEL_NAME), options);
}

/**
 * Writes the kernelspec into `folder`, whose name is that of the kernel, unless it stands there already.
 * @param {string} folder
 * @param {KernelSpecOptions} [options]
 * @returns {boolean} whether anything changed
 */
export function writeKernelSpec(folder, options) {
  const file = join(folder, "kernel.json");
  const logo = join(folder, LOGO);
  const text = `${JSON.stringify(kernelSpec(options), null, 2)}\n`;
  if (existsSync(logo) && existsSync(file) && readFileSync(file, "utf8") === text) return false;
  mkdirSync(folder, { recursive: true });
  writeWhole(logo, readFileSync(join(HERE, LOGO)));
  writeWhole(file, text);
  return true;
}

/**
 * Writes a file under a temporary name, then renames it: Jupyter reads either the old text or the new, and a full disk
 * leaves nothing behind.
 * @param {string} file
 * @param {string | Uint8Array} content
 */
function writeWhole(file, content) {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, content);
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw Object.assign(/** @type {object} */ (error), { path: file }); // writing to a full disk names no path
  }
}

/**
 * Removes the files that `writeKernelSpec` writes, and `folder` if it is empty then. Where `folder` is a link, the link goes
 * and what it leads to stays.
 * @param {string} folder
 * @returns {readonly string[]} what else is in the folder, and stays
 */
export function removeKernelSpec(folder) {
  if (lstatSync(folder).isSymbolicLink()) {
    rmSync(folder);
    return [];
  }
  for (const file of [LOGO, "kernel.json"]) rmSync(join(folder, file), { force: true });
  const others = readdirSync(folder);
  if (others.length === 0) rmdirSync(folder);
  return others.sort();
}
