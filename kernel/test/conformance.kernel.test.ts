import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { PYTHON } from "./run-session.ts";
import { kernelEnvironment, temporaryKernel } from "./temporary-kernel.ts";

const env = kernelEnvironment(temporaryKernel());

test("the kernel passes Jupyter's own suite for kernels", () => {
  const report = execFileSync(PYTHON, [join(import.meta.dirname, "conformance.py")], {
    env,
    encoding: "utf8",
  });
  // The skipped test needs a pager, which is a feature of IPython.
  expect(report).toBe("12 tests, 1 skipped\n");
});
