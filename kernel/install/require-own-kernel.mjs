import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { belongsTo, readKernel, readSpec } from "./installed-kernel.mjs";

/**
 * Throws unless the kernelspec in `folder` may be changed: it is of this folder, starts nothing that exists, or is
 * missing. With `force` it may also be of another clone, or be broken; another program's is never changed.
 * @param {"install" | "uninstall"} action
 * @param {string} folder
 * @param {{ force?: boolean | undefined }} [options]
 */
export function requireOwnKernel(action, folder, { force = false } = {}) {
  if (!existsSync(join(folder, "kernel.json"))) return;
  const found = readKernel(folder);
  if (found && (force || belongsTo(found) !== "another")) return;
  const broken = readSpec(folder) === undefined;
  if (broken && force) return;
  const owner = found
    ? `it starts the kernel in ${found.owner}, not the one in this folder`
    : broken
      ? "its kernel.json cannot be read, so it may be another program's"
      : "it starts another program's kernel";
  const remedies = [
    ...(action === "install" ? [`--name ${freeName(folder)}`] : []),
    ...(found || broken ? ["--force"] : []),
    ...(action === "uninstall" && !found ? [`jupyter kernelspec remove ${basename(folder)}`] : []),
  ];
  throw new Error(`Cannot ${action} the kernelspec ${folder}: ${owner}. Remedy: ${remedies.join(", or ")}`);
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
