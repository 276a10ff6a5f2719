import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { commandError, runCommand } from "./command.mjs";
import { fingerprint, isStamped, stamp } from "./step.mjs";

/** The types of plain JavaScript come first, since setup runs that before there is a compiler. */
export const PROJECTS = [
  "kernel/install/tsconfig.json",
  "setup/tsconfig.types.json",
  ...["portable", "node", "browser"].map((name) => `kernel-helpers/tsconfig.${name}.json`),
];

/**
 * Compiles kernel-helpers, if a source changed since the last time.
 *
 * @param {string} root
 * @param {{ run?: import("./command.mjs").RunCommand }} [options]
 * @returns {string}
 */
export function buildHelpers(root, { run = runCommand } = {}) {
  const mark = join(root, "kernel-helpers/dist/.w2v-setup");
  const value = sourceState(root);
  if (isStamped(mark, value)) return "unchanged";
  // `npx tsc` would be the compiler that tslab brings
  const compiler = join(root, "node_modules/typescript/bin/tsc");
  const result = run(process.execPath, [compiler, "-b", ...PROJECTS], { cwd: root });
  if (result.status !== 0) throw commandError("build kernel-helpers", result);
  stamp(mark, value);
  return "built";
}

/**
 * Names, sizes and times of everything that the build reads.
 *
 * @param {string} root
 */
function sourceState(root) {
  const configs = filesIn(root, "kernel-helpers", (name) => name.startsWith("tsconfig"), false);
  const sources = filesIn(root, "kernel-helpers/src", (name) => /\.(?:ts|json)$/.test(name));
  const plain = ["kernel/install", "setup"].flatMap((folder) =>
    filesIn(root, folder, (name) => /\.(?:mjs|json)$/.test(name)),
  );
  return fingerprint(
    [...configs, ...sources, ...plain].sort().map((name) => {
      const { size, mtimeMs } = statSync(join(root, name));
      return `${name} ${size} ${mtimeMs}`;
    }),
  );
}

/**
 * The paths in `folder` that `wanted` takes; none when the folder is not there.
 *
 * @param {string} root
 * @param {string} folder
 * @param {(name: string) => boolean} wanted
 */
function filesIn(root, folder, wanted, recursive = true) {
  const place = join(root, folder);
  if (!existsSync(place)) return [];
  const names = readdirSync(place, { recursive, encoding: "utf8" });
  return names.filter(wanted).map((name) => `${folder}/${name}`);
}
