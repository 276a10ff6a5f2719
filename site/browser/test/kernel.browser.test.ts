import { beforeAll, describe, expect, test } from "vitest";
import { expectToHold, runCases } from "../../../kernel/test/case-sessions.ts";
import { casesOf } from "../../../kernel/test/load-cases.ts";
import type { Session } from "../../../kernel/test/session.ts";
import type { BrowserProgram } from "../../../tools/browser/open-page.ts";
import { findProgram } from "../../../tools/programs/find-program.ts";
import { missingRepairs, sessionWithout } from "./missing-repairs.ts";
import { withKernelPage } from "./with-kernel-page.ts";

const browserCases = await casesOf("page");
const { ownCases } = await missingRepairs();
const browsers = (["chromium", "firefox"] as const).map((name) => ({ name, path: findProgram(name) }));

for (const { name, path = "" } of browsers) {
  describe.skipIf(path === "")(`the kernel in a page of ${name}`, () => testKernel({ name, path }));
}

function testKernel(program: BrowserProgram): void {
  const page = withKernelPage(program);

  describe("with all repairs", () => {
    let sessions: readonly Session[];
    beforeAll(async () => {
      sessions = await runCases("page", browserCases, (steps) => page().runSession(steps));
    });
    test.each(browserCases.map((repairCase, i) => ({ ...repairCase, i })))("$repair: $wanted", ({ i }) =>
      expectToHold("page", browserCases[i]!, sessions[i]!),
    );
  });

  if (program.name !== "chromium") return; // once is enough
  test.each(ownCases)("its case fails without $repair", async (repairCase) => {
    const session = await sessionWithout(page(), repairCase);
    repairCase.fails(session);
    expect(() => expectToHold("page", repairCase, session)).toThrow();
  });
}
