import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { commandError, runCommand } from "./command.mjs";
import { fingerprint, isStamped, SetupError, stamp } from "./step.mjs";

/**
 * Installs the npm packages that package-lock.json names, if it changed since the last time.
 *
 * @param {string} root
 * @param {{ run?: import("./command.mjs").RunCommand }} [options]
 * @returns {string}
 */
export function installPackages(root, { run = runCommand } = {}) {
  const mark = join(root, "node_modules", ".w2v-setup");
  const lock = join(root, "package-lock.json");
  if (!existsSync(lock)) {
    throw new SetupError(
      "Cannot install the npm packages: there is no package-lock.json",
      "git checkout package-lock.json",
    );
  }
  const value = fingerprint([readFileSync(lock, "utf8"), process.platform, process.arch]);
  if (isStamped(mark, value)) return "unchanged";
  const result = run("npm", ["ci", "--no-audit", "--no-fund"], { cwd: root });
  if (result.missing) {
    throw new SetupError(
      "Cannot install the npm packages: npm is not on the PATH",
      "install npm (Debian, Ubuntu: apt install npm), then try again",
    );
  }
  if (result.status !== 0) throw commandError("install the npm packages", result);
  stamp(mark, value);
  return "installed";
}
