import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { runSession } from "../../../kernel/test/run-session.ts";
import { messagesOf, printed } from "../../../kernel/test/session.ts";
import { temporaryKernel } from "../../../kernel/test/temporary-kernel.ts";
import { tensorflowEnvironment } from "../../../setup/gpu/tensorflow-environment.mjs";
import { projectRoot, tensorflowFolder } from "../../../setup/paths.mjs";
import { nativeIsBuilt } from "../../test/exact-backends.ts";

const prefix = temporaryKernel({ env: tensorflowEnvironment(tensorflowFolder(projectRoot)) });

beforeAll(() => {
  const compiler = join(projectRoot, "node_modules/typescript/bin/tsc");
  execFileSync(process.execPath, [compiler, "-b", "kernel-helpers/tsconfig.node.json"], { cwd: projectRoot });
});

test.skipIf(!nativeIsBuilt)("a notebook can open native, and TensorFlow prints nothing in it", async () => {
  const { cells, alive } = await runSession(prefix, [
    {
      code: [
        'import { openBackend } from "kernel-helpers";',
        'const { tf, report } = await openBackend("native");',
        "console.log(report);",
        "console.log(tf.matMul(tf.ones([2, 3]), tf.ones([3, 2])).dataSync().join());",
      ].join("\n"),
    },
    { code: 'import * as own from "@tensorflow/tfjs";\nconsole.log(own === tf, own.getBackend());' },
    { code: 'await openBackend("cuda");' },
  ]);
  expect(printed(cells[0])).toMatch(/^backend: native, libtensorflow .* on the CPU, .*\n3,3,3,3\n$/);
  expect(messagesOf(cells[0], "stream").filter(({ content }) => content.name === "stderr")).toEqual([]);
  expect(printed(cells[1])).toContain("tensorflow");
  expect(cells[2]?.reply?.evalue).toMatch(/Cannot open the backend "cuda": .*\n? *fix: /);
  expect(alive).toBe(true);
});
