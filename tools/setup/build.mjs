import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { commandError, runCommand } from "./command.mjs";
import { fingerprint, isStamped, stamp } from "./step.mjs";

const PROJECTS = ["portable", "node", "browser"].map((name) => `kernel-helpers/tsconfig.${name}.json`);

/**
 * Compiles kernel-helpers, if a source changed since the last time.
 *
 * @param {string} root
 * @param {{ run?: import("./command.mjs").RunCommand }} [options]
 * @returns {string}
 */
export function buildHelpers(root, { run = runCommand } = {}) {
  const mark = join(root, "kernel-helpers/dist/.w2v-setup");
  const value = sourceState(join(root, "kernel-helpers"));
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
 * @param {string} folder
 */
function sourceState(folder) {
  const configs = readdirSync(folder).filter((name) => name.startsWith("tsconfig"));
  const src = join(folder, "src");
  const sources = existsSync(src) ? readdirSync(src, { recursive: true, encoding: "utf8" }) : [];
  const files = [
    ...configs,
    ...sources.filter((name) => /\.(?:ts|json)$/.test(name)).map((name) => `src/${name}`),
  ];
  return fingerprint(
    files.sort().map((name) => {
      const { size, mtimeMs } = statSync(join(folder, name));
      return `${name} ${size} ${mtimeMs}`;
    }),
  );
}
