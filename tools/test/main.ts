// npm test: everything that CI runs. Each step counts as one check, the step "tests" as its tests.
import { existsSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { type Counts, slowFiles, summary, vitestCounts } from "./counts.ts";
import { runStep, type StepResult } from "./run-step.ts";
import { STEPS, TESTS, VITEST_REPORT } from "./steps.ts";

/** What is named at the end, in seconds. */
const SLOW = 20;

rmSync(VITEST_REPORT, { force: true });
const results: StepResult[] = [];
const waiting = [...STEPS];
const worker = async (): Promise<void> => {
  for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
    results.push(await runStep(step, process.stdout));
  }
};
await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, worker));
const tests = await runStep(TESTS, process.stdout);

const own = existsSync(VITEST_REPORT) ? vitestCounts(VITEST_REPORT) : undefined;
// the tests may fail although none of them did
const judged = own === undefined || (!tests.passed && own.failed === 0) ? [...results, tests] : results;
const failed = judged.filter(({ passed }) => !passed).length;
const counts: Counts = {
  passed: judged.length - failed + (own?.passed ?? 0),
  failed: failed + (own?.failed ?? 0),
  skipped: own?.skipped ?? 0,
};
const slow = [
  ...results.map(({ name, seconds }) => ({ name, seconds })),
  ...(existsSync(VITEST_REPORT) ? slowFiles(VITEST_REPORT) : []),
].filter(({ seconds }) => seconds > SLOW);
for (const { name, seconds } of slow.sort((a, b) => b.seconds - a.seconds)) {
  console.log(`slower than ${SLOW} s: ${name}, ${seconds.toFixed(0)} s`);
}
console.log(summary(counts));
if (counts.failed > 0) process.exitCode = 1;
