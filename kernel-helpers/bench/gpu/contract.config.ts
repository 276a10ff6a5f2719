// How vitest runs the contract suites for bench:gpu: their sources, one file at a time, nothing of the site before them.
import { defineConfig } from "vitest/config";
import { projectRoot } from "../../../setup/paths.mjs";
import { fromSource } from "../../test/from-source.ts";

export default defineConfig({
  root: projectRoot,
  ...fromSource,
  test: {
    include: ["kernel-helpers/**/*.test.ts"],
    maxWorkers: 1,
    testTimeout: 300_000,
    hookTimeout: 300_000,
    env: { W2V_PROGRESS: "off" },
  },
});
