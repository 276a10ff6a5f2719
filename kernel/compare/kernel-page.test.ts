import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectRoot } from "../../setup/paths.mjs";
import { kernelPage } from "./kernel-page.ts";
import type { KernelResults } from "./kernel-results.ts";

const recorded = (): KernelResults =>
  JSON.parse(readFileSync(join(projectRoot, "kernel/compare/results.json"), "utf8")) as KernelResults;

test("docs/kernel.md matches the recorded run: npm run compare-kernels -- --page", () => {
  expect(readFileSync(join(projectRoot, "docs/kernel.md"), "utf8")).toBe(kernelPage(recorded()));
});

test("the recorded run has a verdict on every kernel for each behaviour", () => {
  const { kernels, behaviours } = recorded();
  expect(kernels.map(({ name }) => name)).toEqual(["w2v", "tslab", "deno", "ipykernel"]);
  expect(behaviours.length).toBeGreaterThan(50);
  for (const { verdicts } of behaviours)
    expect(Object.keys(verdicts).sort()).toEqual(["deno", "ipykernel", "tslab", "w2v"]);
});

test("kernelPage() marks what is missing and what misses a target", () => {
  const page = kernelPage({
    ...recorded(),
    kernels: [{ name: "a", title: "A" }],
    behaviours: [
      { topic: "Output", behaviour: "x | y", verdicts: { a: { good: false, text: "no: loses <b>" } } },
      { topic: "Output", behaviour: "z", verdicts: { a: { good: null, text: "not applicable" } } },
    ],
    speed: { a: { start_s: 2, first_cell_ms: 199.6, completion_ms: null, rss_end_mb: Number.NaN } },
  });
  expect(page).toContain("| x \\| y | **no**: loses &lt;b> |\n| z | not applicable |");
  expect(page).toContain("| A | 0 | 1 | 1 |");
  expect(page).toContain("| start to the first reply | **2.00 s** | < 2 s |");
  expect(page).toContain("| first cell | 200 ms | < 200 ms |");
  expect(page).toContain("| memory after 1,000 cells | **NaN MB** | < 600 MB |");
  expect(page).toContain("| completion with TensorFlow.js¹ | none | < 150 ms |");
});
