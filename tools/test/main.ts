// npm test, and with --all npm run test:all. Each step counts as one check, the step "tests" as its tests.
import "../print/plain-errors.ts";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { parseArgs } from "node:util";
import { type Counts, summary, vitestCounts } from "./counts.ts";
import type { FileDuration } from "./progress-reporter.ts";
import { runStep, type StepResult } from "./run-step.ts";
import { COURSE, FILE_DURATIONS, SITE, STEPS, type Step, testsStep, VITEST_REPORT } from "./steps.ts";

/** What is named at the end, in seconds. */
const SLOW = 20;

const { values } = parseArgs({ options: { all: { type: "boolean", default: false } } });
for (const file of [VITEST_REPORT, FILE_DURATIONS]) rmSync(file, { force: true });
const others = runEach(STEPS);
const first = await Promise.all([COURSE, SITE].map((step) => runStep(step, process.stdout)));
const tests = await runStep(testsStep(values.all), process.stdout);
const results = [...first, ...(await others)];

const own = existsSync(VITEST_REPORT) ? vitestCounts(VITEST_REPORT) : undefined;
// vitest may fail although every test passed
const judged = own === undefined || (!tests.passed && own.failed === 0) ? [...results, tests] : results;
const failed = judged.filter(({ passed }) => !passed).length;
const counts: Counts = {
  passed: judged.length - failed + (own?.passed ?? 0),
  failed: failed + (own?.failed ?? 0),
  skipped: own?.skipped ?? 0,
};
const files = existsSync(FILE_DURATIONS)
  ? (JSON.parse(readFileSync(FILE_DURATIONS, "utf8")) as FileDuration[])
  : [];
const slow = [...results, ...files].filter(({ seconds }) => seconds > SLOW);
for (const { name, seconds } of slow.sort((a, b) => b.seconds - a.seconds)) {
  console.log(`slower than ${SLOW} s: ${name}, ${seconds.toFixed(0)} s`);
}
console.log(summary(counts));
if (counts.failed > 0) process.exitCode = 1;

/** Runs steps one after another, whether or not they pass. */
async function runEach(steps: readonly Step[]): Promise<StepResult[]> {
  const results: StepResult[] = [];
  for (const step of steps) results.push(await runStep(step, process.stdout));
  return results;
}
