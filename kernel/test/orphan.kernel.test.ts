import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { projectRoot } from "../../setup/paths.mjs";
import { installKernelSpec } from "../install/kernelspec.mjs";
import { PYTHON } from "./run-session.ts";

const prefix = mkdtempSync(join(tmpdir(), "w2v-orphan-"));
installKernelSpec(prefix);
afterAll(() => rmSync(prefix, { recursive: true }));

/** Starts a kernel that runs an endless loop, prints its process id, and exits without shutting it down. */
const CARELESS = `
import os
from jupyter_client.manager import KernelManager
manager = KernelManager(kernel_name="w2v")
manager.start_kernel()
client = manager.blocking_client()
client.start_channels()
client.wait_for_ready(timeout=30)
client.execute("while (true) {}")
print(manager.provisioner.pid, flush=True)
os._exit(1)
`;

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
    const env = { ...process.env, JUPYTER_PATH: join(prefix, "share", "jupyter") };
    let output = "";
    try {
      execFileSync(PYTHON, ["-c", CARELESS], { cwd: projectRoot, env, encoding: "utf8" });
    } catch (error) {
      output = (error as { stdout: string }).stdout;
    }
    const pid = Number(output);
    expect(pid).toBeGreaterThan(0);
    const deadline = Date.now() + 60_000;
    while (lives(pid) && Date.now() < deadline) await new Promise((done) => setTimeout(done, 100));
    expect(lives(pid)).toBe(false);
  },
);
