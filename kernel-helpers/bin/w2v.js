#!/usr/bin/env node
import { existsSync } from "node:fs";

const main = new URL("../dist/cli/main.js", import.meta.url);
if (existsSync(main)) await import(main.href);
else {
  console.error("Cannot run w2v as kernel-helpers must be built first. Remedy: npm run setup");
  process.exitCode = 1;
}
