import { spawnSync } from "node:child_process";
import { projectRoot } from "../project-root.ts";
import { environmentProgram } from "../setup/environment.mjs";

/** How a program ended. */
export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program of `.venv` as a learner does who types its name there. */
export function runProgram(name: string, args: readonly string[], input = ""): Ended {
  const env = { ...process.env, JUPYTER_PREFER_ENV_PATH: "1", PYTHONUTF8: "1" };
  const program = environmentProgram(projectRoot, name);
  return spawnSync(program, args, { encoding: "utf8", env, input, timeout: 100_000 });
}
