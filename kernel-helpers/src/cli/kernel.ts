import { join } from "node:path";
import { KERNEL_OPTIONS, KernelUsageError, manageKernels, prefixKernels } from "w2v-kernel";
import { tensorflowEnvironment } from "../../../setup/gpu/tensorflow-environment.mjs";
import { projectRoot, tensorflowFolder } from "../../../setup/paths.mjs";
import type { Arguments, Command } from "./command.ts";
import { UsageError } from "./usage-error.ts";

/** `w2v kernel`: the kernel in a Jupyter other than the one in .venv. */
export const kernelCommand: Command = {
  name: "kernel",
  summary: "the kernel in a Jupyter of your own: install, list, uninstall",
  positionals: "install|list|uninstall",
  options: KERNEL_OPTIONS,
  notes: [
    "The course needs none of this: npm run setup installs the kernel in .venv. The kernelspec names this folder",
    "and this Node: after moving one of them, install again. Give each clone its own --name to install several.",
    "A notebook in any folder can use the kernel; import of kernel-helpers works in folders below this one.",
  ],
  examples: [
    "w2v kernel install",
    "w2v kernel install --sys-prefix --python ~/env/bin/python --name w2v-2",
    "w2v kernel list",
  ],
  run: kernel,
};

async function kernel({ positionals, options }: Arguments): Promise<number> {
  const env = tensorflowEnvironment(tensorflowFolder(projectRoot));
  const places = [prefixKernels(join(projectRoot, ".venv"))];
  try {
    console.log(await manageKernels("w2v kernel", positionals, { ...options, env, places }));
    return 0;
  } catch (error) {
    throw error instanceof KernelUsageError ? new UsageError(error.message) : error;
  }
}
