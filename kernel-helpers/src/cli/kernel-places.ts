import { execFileSync } from "node:child_process";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";

/** The parts of a process that say where Jupyter keeps its data. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  readonly home: string;
}

const here: Surroundings = { env: process.env, platform: process.platform, home: homedir() };

/** The folder of the kernelspecs of this user, where `jupyter --data-dir` is on each platform. */
export function userKernels({ env, platform, home }: Surroundings = here): string {
  const data = env.JUPYTER_DATA_DIR || platformData(env, platform, home);
  return join(data, "kernels");
}

function platformData(env: Surroundings["env"], platform: string, home: string): string {
  if (platform === "darwin") return join(home, "Library", "Jupyter");
  if (platform === "win32")
    return env.APPDATA ? join(env.APPDATA, "jupyter") : join(home, ".jupyter", "data");
  return join(env.XDG_DATA_HOME || join(home, ".local", "share"), "jupyter");
}

/** The folder of the kernelspecs of a Python environment. */
export function prefixKernels(prefix: string): string {
  return join(prefix, "share", "jupyter", "kernels");
}

/** The folders of kernelspecs that JUPYTER_PATH names. */
export function pathKernels({ env }: Pick<Surroundings, "env"> = here): string[] {
  const folders = (env.JUPYTER_PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  return folders.map((folder) => join(folder, "kernels"));
}

/** `sys.prefix` of `python`, by default of the first Python in PATH; throws when there is none. */
export function pythonPrefix(python?: string): string {
  const candidates = python === undefined ? ["python3", "python"] : [python];
  for (const candidate of candidates) {
    try {
      return execFileSync(candidate, ["-c", "import sys; print(sys.prefix)"], {
        encoding: "utf8",
        env: { ...process.env, PYTHONUTF8: "1" }, // a prefix may have letters that the locale does not know
        stdio: ["ignore", "pipe", "ignore"],
      }).trim();
    } catch {
      // the next one
    }
  }
  throw new Error(
    `Cannot find a Python environment as ${candidates.join(" or ")} must be a Python that runs. ` +
      "Remedy: --python FILE, or --prefix FOLDER",
  );
}
