import { existsSync, rmSync } from "node:fs";
import { installKernel } from "../kernel.mjs";
import { step } from "../step.mjs";
import { layout } from "./layout.mjs";

/**
 * Undoes `setUpGpu`: deletes build/tensorflow and writes the kernelspec without its variables.
 *
 * @param {string} root
 * @param {NodeJS.WritableStream} [out]
 */
export async function removeGpu(root, out = process.stdout) {
  const { folder, stock } = layout(root);
  await step(
    "TensorFlow and addon",
    () => {
      if (!existsSync(folder)) return "not there";
      rmSync(folder, { recursive: true });
      return "removed";
    },
    out,
  );
  if (existsSync(`${root}/.venv`)) await step("Jupyter kernel", () => installKernel(root), out);
  if (existsSync(stock)) out.write(`${stock} stays: npm ci removes it\n`);
}
