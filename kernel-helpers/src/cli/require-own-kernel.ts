import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { belongsTo, readKernel } from "./installed-kernel.ts";

/** Throws unless the kernelspec in `folder` may be changed: it is ours, dead, or not there. */
export function requireOwnKernel(action: "install" | "uninstall", folder: string): void {
  if (!existsSync(join(folder, "kernel.json"))) return;
  const found = readKernel(folder);
  if (found && belongsTo(found) !== "another") return;
  const owner = found ? `it starts the clone in ${found.clone}` : "it starts another kernel";
  const other = action === "install" ? `--name ${freeName(folder)}, or ` : "";
  throw new Error(
    `Cannot ${action} the kernelspec ${folder} as it must be of this clone: ${owner}. Remedy: ${other}--force`,
  );
}

/** "w2v-2" for "w2v", or the next number that is free. */
function freeName(folder: string): string {
  let number = 2;
  while (existsSync(`${folder}-${number}`)) number += 1;
  return `${basename(folder)}-${number}`;
}
