// How vitest runs the contract suites for bench:gpu: their sources, one file at a time, nothing of the site before them.
import { defineConfig } from "vitest/config";
import { projectRoot } from "../../../setup/paths.mjs";

const conditions = ["source", "node", "import", "module", "default"];

export default defineConfig({
  root: projectRoot,
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ["kernel-helpers/**/*.test.ts"],
    maxWorkers: 1,
    testTimeout: 300_000,
    hookTimeout: 300_000,
    env: { W2V_PROGRESS: "off" },
  },
});
