import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { projectRoot } from "../../setup/paths.mjs";
import { PYTHON } from "./run-session.ts";
import { kernelEnvironment, temporaryKernel } from "./temporary-kernel.ts";

const env = kernelEnvironment(temporaryKernel());

describe.skipIf(process.platform === "win32")(
  "the stdout and stderr that Jupyter gives to the kernel",
  () => {
    let found: {
      readonly blocks: boolean[];
      readonly taken: [status: number, stderr: string];
      readonly taken_by_socket: string;
    };
    beforeAll(() => {
      const launch = [process.execPath, "--enable-source-maps", join(projectRoot, "kernel/node/launch.cjs")];
      const program = join(import.meta.dirname, "output_of_jupyter.py");
      found = JSON.parse(
        execFileSync(PYTHON, [program, ...launch], { cwd: projectRoot, env, encoding: "utf8" }),
      );
    });

    // Otherwise a slow reader makes the other writers lose text: nbconvert's report of a failing cell.
    test("block their other writers as before", () => {
      expect(found.blocks).toEqual([true, true]);
    });

    test("get the reason why a kernel cannot start", () => {
      const [status, stderr] = found.taken;
      expect(status).not.toBe(0); // zeromq may abort a process that ends with a socket that it could not bind
      for (const text of [stderr, found.taken_by_socket])
        expect(text).toMatch(/^Cannot receive requests: .+\. Remedy: start the kernel again\n$/);
    });
  },
);
