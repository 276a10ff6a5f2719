import { execFile } from "node:child_process";
import { join } from "node:path";
import { environmentProgram, projectRoot } from "../../setup/paths.mjs";
import type { Session, Step } from "./session.ts";
import { kernelEnvironment } from "./temporary-kernel.ts";

/** The Python in which Jupyter is installed. */
export const PYTHON: string = environmentProgram(projectRoot, "python");

export interface SessionOptions {
  /** Names of the repairs to leave out. */
  readonly without?: readonly string[];
  /** The notebook's folder, in the project. */
  readonly cwd?: string;
  /** More of the kernel's environment. */
  readonly more?: Readonly<Record<string, string>>;
  /** The key that signs messages; "" means no signatures. */
  readonly key?: string;
}

/**
 * Runs `steps` in a kernel of its own, started by Jupyter from the kernelspec installed under `prefix`.
 */
export function runSession(
  prefix: string,
  steps: readonly Step[],
  { without = [], cwd = join(projectRoot, "notebooks"), key, more = {} }: SessionOptions = {},
): Promise<Session> {
  const env = { ...kernelEnvironment(prefix), W2V_KERNEL_WITHOUT: without.join(","), ...more };
  const job = JSON.stringify({ kernel: "w2v", cwd, key, steps, patient: without.length === 0 });
  return new Promise((resolve, reject) => {
    const options = { env, maxBuffer: 2 ** 28 };
    const driver = execFile(
      PYTHON,
      [join(import.meta.dirname, "drive-kernel.py")],
      options,
      (error, stdout, stderr) => {
        if (error) reject(new Error(`Cannot run the kernel: ${stderr}`, { cause: error }));
        else resolve(JSON.parse(stdout) as Session);
      },
    );
    driver.stdin?.end(job);
  });
}
