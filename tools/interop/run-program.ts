import { spawnSync } from "node:child_process";
import { environmentProgram, projectRoot } from "../../setup/paths.mjs";

/** How a program ended. */
export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The input of a program: text on its standard input, and extra environment variables. */
export interface Given {
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a program of `.venv` as a learner would by typing its name there. */
export function runProgram(name: string, args: readonly string[], { input = "", env }: Given = {}): Ended {
  const program = environmentProgram(projectRoot, name);
  return spawnSync(program, args, {
    encoding: "utf8",
    env: { ...process.env, JUPYTER_PREFER_ENV_PATH: "1", PYTHONUTF8: "1", ...env },
    input,
    timeout: 110_000,
  });
}
