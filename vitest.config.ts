import { cpus } from "node:os";
import { defineConfig } from "vitest/config";
import { ofToday } from "./tools/test/of-today.ts";

// The condition "source" makes #host and its like mean the sources; without it tests would load a stale dist.
const conditions = ["source", "node", "import", "module", "default"];

/** What a test needs besides our code, by the end of its file's name; one without such an end needs nothing. */
const NEEDS = ["kernel", "browser", "matrix", "programs"];
const EVERYWHERE = "{kernel,kernel-helpers,setup,site,tools}";
/** Long tests of what seldom changes. CI, which sets W2V_ROTATE, tries half of them, the other half on the next day. */
const ROTATING = [
  "tools/interop/nbgrader.programs.test.ts",
  "tools/interop/nbconvert.programs.test.ts",
  "kernel-helpers/src/train/large-batches.programs.test.ts",
  "kernel-helpers/test/webgpu-memory.matrix.test.ts",
  "kernel-helpers/src/optimize/optimizer.programs.test.ts",
  "site/browser/offline/firefox.matrix.test.ts",
  "tools/jupyterlab/lessons.matrix.test.ts",
  "site/browser/test/page/axe.matrix.test.ts",
  "site/browser/test/kernel.matrix.test.ts",
  "tools/jupyterlab/outputs.browser.test.ts",
  "site/browser/test/page/contrast.browser.test.ts",
  "site/book/charts/charts.browser.test.ts",
  "kernel-helpers/src/cli/kernel.kernel.test.ts",
  "site/browser/test/page/isolation.browser.test.ts",
  "tools/interop/papermill.programs.test.ts",
  "tools/jupyterlab/help.browser.test.ts",
];
const ofAnotherDay = ROTATING.filter((_, place) => process.env.W2V_ROTATE === "1" && !ofToday(place, 2));
const OUTPUTS = ["**/node_modules/**", "**/dist/**", "build/**", "work/**", ...ofAnotherDay];

function project(name: string, include: readonly string[], more: object = {}): object {
  return {
    resolve: { conditions },
    ssr: { resolve: { conditions } },
    test: {
      name,
      include,
      exclude: OUTPUTS,
      testTimeout: 300_000,
      hookTimeout: 300_000,
      expect: { poll: { timeout: 30_000 } }, // what a page does takes long on a busy machine
      env: { W2V_PROGRESS: "off" }, // what tests solve is no learner's progress
      ...more,
    },
  };
}

const inBrowsers = { globalSetup: "site/browser/test/global-setup.ts" };
const special = NEEDS.map((name) => `**/*.${name}.test.ts`);

export default defineConfig({
  test: {
    // two more than cores: pages and kernels wait often
    maxWorkers: Math.min(6, cpus().length + 2),
    projects: [
      project("unit", [`${EVERYWHERE}/**/*.test.ts`], { exclude: [...OUTPUTS, ...special] }),
      project("kernel", [`${EVERYWHERE}/**/*.kernel.test.ts`]),
      project("programs", [`${EVERYWHERE}/**/*.programs.test.ts`]),
      project("browser", [`${EVERYWHERE}/**/*.browser.test.ts`], inBrowsers),
      project("matrix", [`${EVERYWHERE}/**/*.matrix.test.ts`], inBrowsers),
    ],
  },
});
