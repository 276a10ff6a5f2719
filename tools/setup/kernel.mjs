import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { SetupError } from "./step.mjs";

/**
 * Installs the kernelspec `w2v` into `.venv`, if it is missing or names a launcher of another folder.
 *
 * @param {string} root
 * @returns {Promise<string>}
 */
export async function installKernel(root) {
  const spec = join(root, ".venv/share/jupyter/kernels/w2v/kernel.json");
  if (existsSync(spec) && namesThisFolder(spec, root)) return "unchanged";
  const module = join(root, "kernel-helpers/kernel/node/kernelspec.mjs");
  if (!existsSync(module)) {
    throw new SetupError(
      "Cannot install the kernelspec as kernel-helpers/kernel/node/kernelspec.mjs must be there",
      "git checkout kernel-helpers/kernel",
    );
  }
  const { installKernelSpec } = await import(pathToFileURL(module).href);
  await installKernelSpec(join(root, ".venv"));
  return "installed";
}

/**
 * @param {string} spec
 * @param {string} root
 */
function namesThisFolder(spec, root) {
  try {
    /** @type {string[]} */
    const argv = JSON.parse(readFileSync(spec, "utf8")).argv;
    return argv.includes(join(root, "kernel-helpers", "kernel", "node", "launch.cjs"));
  } catch {
    return false;
  }
}
