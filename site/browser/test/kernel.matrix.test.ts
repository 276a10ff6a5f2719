import { describe, expect, test } from "vitest";
import { expectToHold } from "../../../kernel/test/case-sessions.ts";
import { findProgram } from "../../../tools/programs/find-program.ts";
import { missingRepairs, sessionWithout } from "./missing-repairs.ts";
import { withKernelPage } from "./with-kernel-page.ts";

const { sharedCases } = await missingRepairs();
const chromium = findProgram("chromium");

describe.runIf(chromium)("the kernel in a page of Chromium without a repair that it shares with Node", () => {
  const page = withKernelPage({ name: "chromium", path: chromium as string });

  // the case may fail in another way than in Node, where its `fails` is tested
  test.each(sharedCases)("the case of $repair fails", async (repairCase) => {
    const session = await sessionWithout(page(), repairCase);
    expect(() => expectToHold("page", repairCase, session)).toThrow();
  });
});
