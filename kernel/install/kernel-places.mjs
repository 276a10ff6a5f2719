import { execFileSync } from "node:child_process";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";

/**
 * The parts of a process that determine where Jupyter keeps its data.
 * @typedef {object} Surroundings
 * @property {Readonly<Record<string, string | undefined>>} env
 * @property {string} platform
 * @property {string} home
 */

/** @type {Surroundings} */
const here = { env: process.env, platform: process.platform, home: homedir() };

/**
 * The folder of this user's kernelspecs: `kernels` below what `jupyter --data-dir` prints on each platform.
 * @param {Surroundings} [surroundings]
 */
export function userKernels({ env, platform, home } = here) {
  const data = env.JUPYTER_DATA_DIR || platformData(env, platform, home);
  return join(data, "kernels");
}

/**
 * @param {Surroundings["env"]} env
 * @param {string} platform
 * @param {string} home
 */
function platformData(env, platform, home) {
  if (platform === "darwin") return join(home, "Library", "Jupyter");
  if (platform === "win32")
    return env.APPDATA ? join(env.APPDATA, "jupyter") : join(home, ".jupyter", "data");
  return join(env.XDG_DATA_HOME || join(home, ".local", "share"), "jupyter");
}

/**
 * The folder of the kernelspecs of a Python environment.
 * @param {string} prefix
 */
export function prefixKernels(prefix) {
  return join(prefix, "share", "jupyter", "kernels");
}

/**
 * The folders of kernelspecs that JUPYTER_PATH names.
 * @param {Pick<Surroundings, "env">} [surroundings]
 */
export function pathKernels({ env } = here) {
  const folders = (env.JUPYTER_PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  return folders.map((folder) => join(folder, "kernels"));
}

/**
 * `sys.prefix` of `python`, by default of the first Python in PATH; throws when there is none.
 * @param {string} [python]
 */
export function pythonPrefix(python) {
  const candidates = python === undefined ? ["python3", "python"] : [python];
  for (const candidate of candidates) {
    try {
      return execFileSync(candidate, ["-c", "import sys; print(sys.prefix)"], {
        encoding: "utf8",
        env: { ...process.env, PYTHONUTF8: "1" }, // a prefix may contain letters that the locale cannot encode
        stdio: ["ignore", "pipe", "ignore"],
      }).trim();
    } catch {
      // the next one
    }
  }
  throw new Error(
    `Cannot find a Python environment: ${candidates.join(" or ")} does not run. ` +
      "Remedy: --python FILE, or --prefix FOLDER",
  );
}
