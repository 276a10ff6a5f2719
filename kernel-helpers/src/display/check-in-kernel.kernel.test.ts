import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { beforeAll, test } from "vitest";
import { runSession } from "../../../kernel/test/run-session.ts";
import { temporaryKernel } from "../../../kernel/test/temporary-kernel.ts";
import { projectRoot } from "../../../setup/paths.mjs";
import { CHECK_STEPS, expectWords } from "./check-in-kernel.suite.ts";

const prefix = temporaryKernel();

beforeAll(() => {
  const compiler = join(projectRoot, "node_modules/typescript/bin/tsc");
  execFileSync(process.execPath, [compiler, "-b", "kernel-helpers/tsconfig.node.json"], { cwd: projectRoot });
});

test("check() names the learner's lines, gives the case to paste, and says at which case it was stopped", async () => {
  const { cells } = await runSession(prefix, CHECK_STEPS);
  expectWords(cells);
});
