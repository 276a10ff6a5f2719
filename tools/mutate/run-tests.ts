import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { PROJECTS } from "../../setup/build.mjs";
import type { Part } from "./parts.ts";

/** How a run of tests ended, and what it said. */
export interface TestRun {
  readonly passed: boolean;
  readonly said: string;
}

/** Runs the tests of a part in the project's copy; a run that takes longer than `limit` milliseconds has failed. */
export async function runTests(
  copy: string,
  { tests, projects, compiles }: Part,
  limit: number,
): Promise<TestRun> {
  if (compiles) compile(copy);
  const chosen = projects.map((name) => `--project=${name}`);
  const words = ["run", "--bail", "1", "--reporter=dot", ...chosen, ...tests];
  const child = spawn(process.execPath, [join(copy, "node_modules/vitest/vitest.mjs"), ...words], {
    cwd: copy,
    stdio: ["ignore", "pipe", "pipe"],
    detached: process.platform !== "win32", // a group of its own, to be ended as one
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
  }
  const timer = setTimeout(() => endAll(child), limit);
  const interrupt = (): void => {
    endAll(child);
    process.exit(130);
  };
  process.once("SIGINT", interrupt);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject).once("close", resolve);
  });
  clearTimeout(timer);
  process.off("SIGINT", interrupt);
  return { passed: code === 0, said };
}

/** Compiles kernel-helpers in the copy, whether or not its types fit: the tests are to notice. */
function compile(copy: string): void {
  const compiler = join(copy, "node_modules/typescript/bin/tsc");
  spawnSync(process.execPath, [compiler, "-b", ...PROJECTS], { cwd: copy });
}

/** Ends the tests and their workers, of which one may be in a loop without end. */
function endAll(child: ChildProcess): void {
  if (process.platform === "win32" || child.pid === undefined) child.kill();
  else process.kill(-child.pid, "SIGKILL");
}
