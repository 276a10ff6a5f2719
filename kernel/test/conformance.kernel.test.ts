import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { installKernelSpec } from "../install/kernelspec.mjs";
import { PYTHON } from "./run-session.ts";

test("the kernel passes Jupyter's own suite for kernels", () => {
  const prefix = mkdtempSync(join(tmpdir(), "w2v-conformance-"));
  try {
    installKernelSpec(prefix);
    const env = { ...process.env, JUPYTER_PATH: join(prefix, "share", "jupyter") };
    const report = execFileSync(PYTHON, [join(import.meta.dirname, "conformance.py")], {
      env,
      encoding: "utf8",
    });
    // The skipped test needs a pager, which is a feature of IPython.
    expect(report).toBe("12 tests, 1 skipped\n");
  } finally {
    rmSync(prefix, { recursive: true });
  }
});
