// Built-ins only: set-up writes the kernelspec before npm has installed anything.
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Name of the kernelspec's folder, and what a notebook's metadata call it. */
export const KERNEL_NAME = "w2v";

const HERE = fileURLToPath(new URL(".", import.meta.url));

/** Absolute path of what starts the kernel of this clone. */
export const LAUNCHER = join(HERE, "launch.cjs");

const LOGO = "logo-svg.svg";

const TENSORFLOW = join(HERE, "../../../build/tensorflow");

/**
 * What TensorFlow must find in a process's environment when that starts; empty before `w2v gpu setup`. Log level and
 * GPU memory could be set later too; LD_LIBRARY_PATH, of CUDA's libraries where they are not found without, could not.
 * @param {string} [folder] what `w2v gpu setup` fills
 * @returns {Record<string, string>}
 */
export function tensorflowEnvironment(folder = TENSORFLOW) {
  const file = join(folder, "installed.json");
  if (!existsSync(file)) return {};
  const { libraries = [] } = JSON.parse(readFileSync(file, "utf8"));
  const paths = libraries.map((/** @type {string} */ path) => join(folder, path));
  return {
    TF_CPP_MIN_LOG_LEVEL: "3",
    TF_ENABLE_ONEDNN_OPTS: "0",
    TF_FORCE_GPU_ALLOW_GROWTH: "true",
    ...(paths.length > 0 && { LD_LIBRARY_PATH: paths.join(delimiter) }),
  };
}

/**
 * @typedef {object} KernelSpecOptions
 * @property {string} [node] the Node that runs the kernel; default: the one that runs this
 * @property {string} [launcher] absolute path of launch.cjs
 * @property {Readonly<Record<string, string>>} [env] environment variables for the kernel, besides TensorFlow's
 * @property {string} [name] what Jupyter calls it; default: `w2v`
 */

/**
 * The content of kernel.json. Its paths are absolute, for Jupyter starts kernels in the notebook's folder.
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
    // In Jupyter's list of kernels one clone must not look like another.
    display_name: `TypeScript (word2vec-lab${name === KERNEL_NAME ? "" : `, ${name}`})`,
    language: "typescript",
    // Node acts on a signal between two turns of the event loop only; Windows has none to send.
    interrupt_mode: "message",
    env: { ...tensorflowEnvironment(), ...env },
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
  copyFileSync(join(HERE, LOGO), logo);
  const temporary = `${file}.${process.pid}.tmp`;
  writeFileSync(temporary, text);
  renameSync(temporary, file); // a Jupyter that reads it meanwhile sees the old text or the new
  return true;
}
