import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectRoot } from "../../setup/paths.mjs";
import { PYTHON } from "./run-session.ts";
import { kernelEnvironment, temporaryKernel } from "./temporary-kernel.ts";

const env = kernelEnvironment(temporaryKernel());

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

// Windows does not give an orphan a new parent.
test.skipIf(process.platform === "win32")(
  "a kernel whose Jupyter was killed ends, even in a loop",
  async () => {
    const program = join(import.meta.dirname, "orphan.py");
    const options = { cwd: projectRoot, env, encoding: "utf8" } as const;
    const { stdout } = spawnSync(PYTHON, [program, "w2v", "while (true) {}"], options);
    const pid = Number(stdout);
    expect(pid).toBeGreaterThan(0);
    const deadline = Date.now() + 60_000;
    while (lives(pid) && Date.now() < deadline) await new Promise((done) => setTimeout(done, 100));
    expect(lives(pid)).toBe(false);
  },
);
