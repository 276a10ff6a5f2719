import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
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

test("a check that passes in a kernel is noted in the file that W2V_PROGRESS names, and a failing one is not", async () => {
  const file = join(mkdtempSync(join(tmpdir(), "w2v-noted-")), "work/progress.json");
  const mean = "(numbers: readonly number[]) => numbers.reduce((sum, x) => sum + x, 0) / numbers.length";
  const { cells } = await runSession(
    prefix,
    [
      { code: 'import { check } from "kernel-helpers";' },
      { code: 'await check("04-cbow/hidden-layer", () => new Float64Array(3));', stopOnError: false },
      { code: `await check("00-start-here/mean", ${mean});` },
    ],
    { more: { W2V_PROGRESS: file } },
  );
  expect(cells.at(-1)?.reply?.status).toBe("ok");
  const { version, passed } = JSON.parse(readFileSync(file, "utf8"));
  expect([version, Object.keys(passed)]).toEqual([1, ["00-start-here/mean"]]);
  expect(passed["00-start-here/mean"]).toMatchObject({ earned: 1, points: 1 });
});
