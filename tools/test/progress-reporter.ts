import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, relative } from "node:path";
import type { Reporter, TestModule, TestSpecification } from "vitest/node";
import { projectRoot } from "../../setup/paths.mjs";
import { FILE_DURATIONS } from "./steps.ts";

/** How many lines a run prints about its progress. */
const LINES = 10;

/** How long a test file took. */
export interface FileDuration {
  readonly name: string;
  readonly seconds: number;
}

/**
 * Prints after each tenth of the test files how many are done, and the time that the others may take. Writes how long
 * each took, its imports and hooks included, which vitest's JSON report leaves out.
 */
// biome-ignore lint/style/noDefaultExport: vitest loads a reporter by its default export
export default class ProgressReporter implements Reporter {
  #files = 0;
  #done: FileDuration[] = [];
  #began = 0;

  onTestRunStart(specifications: readonly TestSpecification[]): void {
    this.#files = specifications.length;
    this.#began = performance.now();
  }

  onTestModuleEnd(module: TestModule): void {
    const { prepareDuration, collectDuration, duration } = module.diagnostic();
    const seconds = (prepareDuration + collectDuration + duration) / 1000;
    const before = this.#done.length;
    this.#done.push({ name: relative(projectRoot, module.moduleId), seconds });
    const tenth = (done: number): number => Math.floor((done * LINES) / this.#files);
    if (tenth(this.#done.length) === tenth(before)) return;
    const spent = (performance.now() - this.#began) / 1000;
    const left = (spent / this.#done.length) * (this.#files - this.#done.length);
    console.log(
      `\ntest files: ${this.#done.length} of ${this.#files}, ${spent.toFixed(0)} s, about ${left.toFixed(0)} s left`,
    );
  }

  onTestRunEnd(): void {
    mkdirSync(dirname(FILE_DURATIONS), { recursive: true });
    writeFileSync(FILE_DURATIONS, JSON.stringify(this.#done, null, 1));
  }
}
