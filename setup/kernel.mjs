import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { tensorflowEnvironment } from "./gpu/tensorflow-environment.mjs";
import { writeJupyterSettings } from "./jupyter-settings.mjs";
import { tensorflowFolder } from "./paths.mjs";
import { SetupError } from "./step.mjs";

/**
 * Installs the kernelspec `w2v` into `.venv`, and the settings of its Jupyter. The kernelspec is written each time: it
 * names this folder, which may have moved.
 *
 * @param {string} root
 * @returns {Promise<string>}
 */
export async function installKernel(root) {
  const module = join(root, "kernel/install/kernelspec.mjs");
  if (!existsSync(module)) {
    throw new SetupError(
      "Cannot install the kernelspec: there is no kernel/install/kernelspec.mjs",
      "git checkout kernel",
    );
  }
  const before = specText(root);
  const { installKernelSpec } = await import(pathToFileURL(module).href);
  installKernelSpec(join(root, ".venv"), { env: tensorflowEnvironment(tensorflowFolder(root)) });
  const changed = writeJupyterSettings(root);
  return specText(root) === before && !changed ? "unchanged" : "installed";
}

/** @param {string} root */
function specText(root) {
  const spec = join(root, ".venv/share/jupyter/kernels/w2v/kernel.json");
  return existsSync(spec) ? readFileSync(spec, "utf8") : undefined;
}
