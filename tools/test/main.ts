// npm test: everything that CI runs. Each step counts as one check, the step "tests" as its tests.
import { existsSync, rmSync } from "node:fs";
import { type Counts, summary, vitestCounts } from "./counts.ts";
import { runStep } from "./run-step.ts";
import { STEPS, VITEST_REPORT } from "./steps.ts";

let counts: Counts = { passed: 0, failed: 0, skipped: 0 };
const add = ({ passed, failed, skipped }: Counts): void => {
  counts = {
    passed: counts.passed + passed,
    failed: counts.failed + failed,
    skipped: counts.skipped + skipped,
  };
};

rmSync(VITEST_REPORT, { force: true });
for (const step of STEPS) {
  const passed = await runStep(step, process.stdout);
  const own = step.name === "tests" && existsSync(VITEST_REPORT) ? vitestCounts(VITEST_REPORT) : undefined;
  if (own) add(own);
  // a step may fail although none of its tests did
  if (!own || (!passed && own.failed === 0)) {
    add({ passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 });
  }
}
console.log(summary(counts));
if (counts.failed > 0) process.exitCode = 1;
