import type { Reporter, TestModule, TestSpecification } from "vitest/node";

/** How many lines a run prints about its progress. */
const LINES = 10;

/** Prints after each tenth of the test files how many are done, and the time that the others may take. */
// biome-ignore lint/style/noDefaultExport: vitest loads a reporter by its default export
export default class ProgressReporter implements Reporter {
  #files = 0;
  #done = 0;
  #began = 0;

  onTestRunStart(specifications: readonly TestSpecification[]): void {
    this.#files = specifications.length;
    this.#began = performance.now();
  }

  onTestModuleEnd(_module: TestModule): void {
    const before = this.#done++;
    const tenth = (done: number): number => Math.floor((done * LINES) / this.#files);
    if (tenth(this.#done) === tenth(before)) return;
    const seconds = (performance.now() - this.#began) / 1000;
    const left = (seconds / this.#done) * (this.#files - this.#done);
    console.log(
      `\ntest files: ${this.#done} of ${this.#files}, ${seconds.toFixed(0)} s, about ${left.toFixed(0)} s left`,
    );
  }
}
