import { describe, test } from "vitest";
import { CHECK_STEPS, expectWords } from "../../../kernel-helpers/src/display/check-in-kernel.suite.ts";
import { findProgram } from "../../../tools/programs/find-program.ts";
import { describeChecks } from "./parity/describe-checks.ts";
import { withKernelPage } from "./with-kernel-page.ts";

describeChecks({ name: "chromium", path: findProgram("chromium") ?? "" }, ["04-cbow"], () => true); // the others: npm run test:all

for (const name of ["chromium", "firefox"] as const) {
  const path = findProgram(name) ?? "";
  describe.skipIf(path === "")(`check() in a page of ${name}`, () => {
    const page = withKernelPage({ name, path });
    test("names the learner's lines, gives the case to paste, and says at which case it was stopped", async () => {
      const { cells } = await page().runSession(CHECK_STEPS);
      expectWords(cells);
    });
  });
}
