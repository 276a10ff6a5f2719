import { cpus } from "node:os";
import { defineConfig } from "vitest/config";
import { fromSource } from "./kernel-helpers/test/from-source.ts";
import { ofToday } from "./tools/test/of-today.ts";

/** What a test needs besides our code, by the end of its file's name; one without such an end needs nothing. */
const NEEDS = ["kernel", "browser", "matrix", "programs"];
const EVERYWHERE = "{kernel,kernel-helpers,setup,site,tools}";
/**
 * Long tests of what seldom changes. CI, which sets W2V_ROTATE, tries a third of them, another one each day. A test that
 * itself tries one of three parts a day must not be listed here: the day of its turn would always be that of the same part.
 */
const ROTATING = [
  "site/browser/test/page/axe.matrix.test.ts",
  "site/browser/test/page/kernel-page.matrix.test.ts",
  "tools/attack/attack.kernel.test.ts",
  "tools/jupyterlab/outputs.matrix.test.ts",
  "site/browser/test/page/calm.matrix.test.ts",
  "site/browser/test/page/work.matrix.test.ts",
  "site/book/charts/charts.matrix.test.ts",
  "tools/jupyterlab/lessons.matrix.test.ts",
  "site/browser/test/page/isolation.matrix.test.ts",
  "site/browser/offline/offline.matrix.test.ts",
  "kernel/test/without.matrix.test.ts",
  "site/browser/test/kernel.matrix.test.ts",
  "kernel-helpers/test/webgpu-memory.matrix.test.ts",
  "tools/jupyterlab/help.matrix.test.ts",
  "site/browser/test/page/figures.matrix.test.ts",
  "tools/interop/nbconvert.matrix.test.ts",
  "site/browser/offline/firefox.matrix.test.ts",
  "site/browser/test/page/policy.matrix.test.ts",
  "site/browser/test/lessons-in-firefox.matrix.test.ts",
  "site/book/charts/labels.matrix.test.ts",
  "site/browser/test/page/tables.matrix.test.ts",
  "tools/interop/nbgrader.matrix.test.ts",
  "site/browser/test/page/predict.matrix.test.ts",
  "site/browser/secrets/secrets.matrix.test.ts",
  "kernel-helpers/src/train/large-batches.matrix.test.ts",
  "site/browser/test/page/contrast.matrix.test.ts",
  "kernel-helpers/src/optimize/optimizer.matrix.test.ts",
  "tools/interop/papermill.matrix.test.ts",
  "tools/attack/page.matrix.test.ts",
  "kernel-helpers/src/cli/kernel.kernel.test.ts",
  "kernel/test/help-speed.kernel.test.ts",
];
const ofAnotherDay = ROTATING.filter((_, place) => process.env.W2V_ROTATE === "1" && !ofToday(place, 3));
const OUTPUTS = ["**/node_modules/**", "**/dist/**", "build/**", "work/**", ...ofAnotherDay];

function project(name: string, include: readonly string[], more: object = {}): object {
  return {
    ...fromSource,
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
