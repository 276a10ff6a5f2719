import { beforeAll, describe, expect, test } from "vitest";
import { expectToHold, removableTogether, runCases } from "../../../kernel/test/case-sessions.ts";
import { casesOf } from "../../../kernel/test/load-cases.ts";
import type { Session } from "../../../kernel/test/session.ts";
import type { BrowserProgram } from "../../../tools/browser/open-page.ts";
import { findProgram } from "../../../tools/programs/find-program.ts";
import { withKernelPage } from "./with-kernel-page.ts";

const browserCases = await casesOf("page");
// TypeScript is bundled into the page
const groups = removableTogether(browserCases.filter(({ repair }) => repair !== "typescript"));
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
  describe.each(groups)("less repairs", (...cases) => {
    let sessions: readonly Session[];
    beforeAll(async () => {
      const without = cases.map(({ repair }) => repair);
      sessions = await runCases("page", cases, (steps) => page().runSession(steps, { without }));
    });
    test.each(cases.map((repairCase, i) => ({ ...repairCase, i })))(
      "its case fails without $repair",
      ({ i }) => {
        expect(() => expectToHold("page", cases[i]!, sessions[i]!)).toThrow();
      },
    );
  });
}
