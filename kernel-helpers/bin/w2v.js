#!/usr/bin/env node
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { tensorflowEnvironment } from "../../setup/gpu/tensorflow-environment.mjs";
import { projectRoot, tensorflowFolder } from "../../setup/paths.mjs";

const main = new URL("../dist/cli/main.js", import.meta.url);
const { LD_LIBRARY_PATH: libraries } = tensorflowEnvironment(tensorflowFolder(projectRoot));
const found = process.env.LD_LIBRARY_PATH ?? "";
if (!existsSync(main)) {
  console.error("Cannot run w2v: kernel-helpers is not built. Remedy: npm run setup");
  process.exitCode = 1;
} else if (libraries === undefined || found.includes(libraries)) {
  await import(main.href);
} else {
  // The loader reads LD_LIBRARY_PATH only when a process starts, so w2v starts itself again to find CUDA's libraries.
  const env = { ...process.env, LD_LIBRARY_PATH: [libraries, found].filter(Boolean).join(":") };
  const words = [fileURLToPath(import.meta.url), ...process.argv.slice(2)];
  const child = spawn(process.execPath, words, { stdio: "inherit", env });
  process.on("SIGINT", () => {}); // the terminal sends SIGINT to the child as well
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  child.once("exit", (code) => {
    process.exitCode = code ?? 1;
  });
}
