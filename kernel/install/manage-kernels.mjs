import { existsSync } from "node:fs";
import { join } from "node:path";
import { inWords } from "./in-words.mjs";
import { belongsTo, kernelProblem, readKernels } from "./installed-kernel.mjs";
import { userKernels } from "./kernel-places.mjs";
import { KernelUsageError } from "./kernel-usage-error.mjs";
import { KERNEL_NAME, removeKernelSpec, writeKernelSpec } from "./kernelspec.mjs";
import { requireOwnKernel } from "./require-own-kernel.mjs";
import { everyPlace, wantedKernels, wantedName } from "./wanted-place.mjs";

/** @import { InstalledKernel } from "./installed-kernel.mjs" */

/**
 * The options of `install`, `list` and `uninstall`, for `node:util`'s parseArgs, with the words of the help.
 * @satisfies {Record<string, { type: "string" | "boolean", value?: string, help: string }>}
 */
export const KERNEL_OPTIONS = {
  user: {
    type: "boolean",
    help: "for everything that this user starts, where `jupyter --data-dir` says (default)",
  },
  "sys-prefix": { type: "boolean", help: "for the environment of the Python in PATH" },
  python: { type: "string", value: "FILE", help: "with --sys-prefix: for the environment of this Python" },
  prefix: { type: "string", value: "DIR", help: "for the environment in DIR" },
  name: {
    type: "string",
    value: "NAME",
    help: `what Jupyter calls it (default: ${KERNEL_NAME}; of list: any)`,
  },
  force: {
    type: "boolean",
    help: "also changes a kernelspec of another clone, or a broken one; never another program's",
  },
};

/**
 * Where and under which name the kernel is installed.
 * @typedef {object} Where
 * @property {boolean} [user]
 * @property {boolean} [sys-prefix]
 * @property {string} [python]
 * @property {string} [prefix]
 * @property {string} [name]
 * @property {boolean} [force]
 * @property {Readonly<Record<string, string>>} [env] environment variables for the kernel
 * @property {readonly string[]} [places] for `list`: more folders of kernelspecs in which to look
 */

/** @type {Readonly<Record<string, (where: Where) => string | Promise<string>>>} */
const ACTIONS = { install, list, uninstall };

/**
 * Runs `install`, `list` or `uninstall` and returns the text to print.
 * @param {string} command the command as the user typed it, for messages: "w2v kernel"
 * @param {readonly string[]} words what followed
 * @param {Where} where
 * @returns {Promise<string>}
 */
export async function manageKernels(command, words, where) {
  const [name = "", ...more] = words;
  if (words.length === 0) {
    throw new KernelUsageError(
      `Cannot run ${command}: no action was given. Remedy: one of ${Object.keys(ACTIONS).join(", ")}`,
    );
  }
  const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
  if (action === undefined || more.length > 0) {
    throw new KernelUsageError(
      `Cannot run ${command} as its action must be one of ${Object.keys(ACTIONS).join(", ")}: current value is "${words.join(" ")}"`,
    );
  }
  try {
    return await action(where);
  } catch (error) {
    throw inWords(name, error);
  }
}

/** @param {Where} where */
function install(where) {
  const name = wantedName(where);
  const folder = join(wantedKernels(where) ?? userKernels(), name);
  requireOwnKernel("install", folder, where);
  const changed = writeKernelSpec(folder, { name, env: where.env ?? {} });
  return `${name}: ${changed ? "installed" : "unchanged"} in ${folder}`;
}

/** @param {Where} where */
function uninstall(where) {
  const name = wantedName(where);
  const folder = join(wantedKernels(where) ?? userKernels(), name);
  if (!existsSync(join(folder, "kernel.json"))) {
    throw new Error(
      `Cannot uninstall ${name}: no kernelspec in ${folder}. Remedy: list shows where kernelspecs are`,
    );
  }
  requireOwnKernel("uninstall", folder, where);
  const others = removeKernelSpec(folder);
  return `${name}: removed from ${folder}${others.length === 0 ? "" : `, where ${others.join(", ")} stays`}`;
}

/** @param {Where} where */
async function list(where) {
  if (where.force) throw new KernelUsageError("Cannot list kernels: --force is for install and uninstall");
  const name = where.name === undefined ? undefined : wantedName(where);
  const chosen = wantedKernels(where);
  const places = [...new Set(chosen === undefined ? everyPlace(where) : [chosen])];
  const kernels = places.flatMap(readKernels).filter((kernel) => name === undefined || kernel.name === name);
  const blocks = await Promise.all(kernels.map(describe));
  if (blocks.length === 0)
    return `no kernelspec of ours${name === undefined ? "" : ` with the name ${name}`} in ${places.join(", ")}`;
  return blocks.join("\n");
}

/**
 * @param {InstalledKernel} kernel
 * @returns {Promise<string>}
 */
async function describe(kernel) {
  const problem = await kernelProblem(kernel);
  const head = `  ${problem === undefined ? "works " : "BROKEN"}  ${kernel.name}`;
  const owner = belongsTo(kernel) === "this" ? "this folder" : kernel.owner;
  const lines = [kernel.folder, `starts the kernel in ${owner}`, ...(problem === undefined ? [] : [problem])];
  return [head, ...lines.map((line) => `          ${line}`)].join("\n");
}
