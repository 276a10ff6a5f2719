import { cpus } from "node:os";
import { defineConfig } from "vitest/config";

// The condition "source" makes #host and its like mean the sources; without it tests would load a stale dist.
const conditions = ["source", "node", "import", "module", "default"];

/** What a test needs besides our code, by the end of its file's name; one without such an end needs nothing. */
const NEEDS = ["kernel", "browser", "matrix", "programs"];
const EVERYWHERE = "{kernel,kernel-helpers,setup,site,tools}";
const OUTPUTS = ["**/node_modules/**", "**/dist/**", "build/**", "work/**"];

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
