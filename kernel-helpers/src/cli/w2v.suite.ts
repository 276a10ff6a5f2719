import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { join } from "node:path";
import { PROJECTS } from "../../../setup/build.mjs";
import { projectRoot } from "../../../setup/paths.mjs";

/** The result of a run of `w2v`. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Builds dist, which `w2v` runs from. */
export function buildForTests(): void {
  const compiler = join(projectRoot, "node_modules/typescript/bin/tsc");
  execFileSync(process.execPath, [compiler, "-b", ...PROJECTS], { cwd: projectRoot });
}

/** Folder and environment of a run of `w2v`. */
export interface RunPlace {
  /** The clone. */
  readonly root?: string;
  /** The folder in which it runs. Default: the clone. */
  readonly folder?: string;
  /** Extra environment variables; undefined removes one. */
  readonly env?: NodeJS.ProcessEnv;
}

/** Runs the real `w2v`, in the project's folder by default, until it ends; `during` can interact with it meanwhile. */
export function w2v(
  words: readonly string[],
  during: (child: ChildProcess) => void = () => {},
  { root = projectRoot, folder = root, env = {} }: RunPlace = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [join(root, "kernel-helpers/bin/w2v.js"), ...words], {
    cwd: folder,
    env: { ...process.env, W2V_BACKEND: undefined, ...env },
  });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk) => {
    stdout += chunk;
  });
  child.stderr.on("data", (chunk) => {
    stderr += chunk;
  });
  during(child);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, stdout, stderr }));
  });
}
