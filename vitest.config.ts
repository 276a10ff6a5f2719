import { defineConfig } from "vitest/config";

// The condition "source" makes #host and its like mean the sources; without it tests would load a stale dist.
const conditions = ["source", "node", "import", "module", "default"];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ["{kernel,kernel-helpers,setup,site,tools}/**/*.test.ts"],
    exclude: ["**/node_modules/**", "**/dist/**", "build/**", "work/**"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
