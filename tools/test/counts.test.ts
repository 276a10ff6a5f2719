import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectRoot } from "../../setup/paths.mjs";
import { summary, vitestCounts } from "./counts.ts";

test("vitestCounts() counts a file that did not load as a failure", () => {
  const file = join(projectRoot, "build/fixture/report.json");
  mkdirSync(join(file, ".."), { recursive: true });
  const testResults = [
    { status: "failed", assertionResults: [] },
    { status: "failed", assertionResults: [{ status: "failed" }, { status: "passed" }] },
  ];
  writeFileSync(
    file,
    JSON.stringify({
      numPassedTests: 1,
      numFailedTests: 1,
      numPendingTests: 2,
      numTodoTests: 1,
      testResults,
    }),
  );
  expect(vitestCounts(file)).toEqual({ passed: 1, failed: 2, skipped: 3 });
});

test("summary() mentions skipped tests only if there are any", () => {
  expect(summary({ passed: 2, failed: 1, skipped: 0 })).toBe("2 passed, 1 failed");
  expect(summary({ passed: 2, failed: 0, skipped: 3 })).toBe("2 passed, 0 failed, 3 skipped");
});
