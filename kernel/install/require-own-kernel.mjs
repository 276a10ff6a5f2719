import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { belongsTo, readKernel } from "./installed-kernel.mjs";

/**
 * Throws unless the kernelspec in `folder` may be changed: it is ours, starts nothing that exists, or is missing.
 * @param {"install" | "uninstall"} action
 * @param {string} folder
 */
export function requireOwnKernel(action, folder) {
  if (!existsSync(join(folder, "kernel.json"))) return;
  const found = readKernel(folder);
  if (found && belongsTo(found) !== "another") return;
  const owner = found ? `it starts the kernel in ${found.owner}` : "it starts another kernel";
  const other = action === "install" ? `--name ${freeName(folder)}, or ` : "";
  throw new Error(
    `Cannot ${action} the kernelspec ${folder}: ${owner}, not the one in this folder. Remedy: ${other}--force`,
  );
}

/**
 * "w2v-2" for "w2v", or the next number that is free.
 * @param {string} folder
 */
function freeName(folder) {
  let number = 2;
  while (existsSync(`${folder}-${number}`)) number += 1;
  return `${basename(folder)}-${number}`;
}
