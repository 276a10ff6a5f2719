import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../../setup/paths.mjs";

/**
 * Signs the notebooks that have no outputs yet, or that the user's Jupyter trusts already: JupyterLab would call them "Not
 * Trusted". The signatures go into `folder`. Returns why it could not, or undefined.
 */
export function signCopies(python: string, folder: string, files: readonly string[]): string | undefined {
  const words = [
    join(projectRoot, "setup/sign-notebooks.py"),
    folder,
    ...files.filter((file) => existsSync(file)),
  ];
  const { status, stderr, error } = spawnSync(python, words, { encoding: "utf8" });
  return status === 0 ? undefined : (error?.message ?? stderr.trim().split("\n").at(-1));
}
