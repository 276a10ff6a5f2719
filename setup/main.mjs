#!/usr/bin/env node
// Sets the course up in this folder: `npm run setup`, and the first half of `npm run course`, `npm start` and
// `npm test`. Runs before `npm install`, so it uses Node's built-ins alone. `--dev` adds what tests need.
import { realpathSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildHelpers } from "./build.mjs";
import { joinSotu } from "./datasets.mjs";
import { installEnvironment } from "./environment.mjs";
import { setUpForTests } from "./gpu/set-up.mjs";
import { installKernel } from "./kernel.mjs";
import { installLabExtension } from "./labextension.mjs";
import { installPackages } from "./packages.mjs";
import { checkNode } from "./programs.mjs";
import { SetupError, step } from "./step.mjs";

/**
 * Brings everything that the course needs up to date; quick when nothing changed.
 *
 * @param {string} root the project's folder
 * @param {{ dev?: boolean }} [options]
 */
export async function setUp(root, { dev = false } = {}) {
  await step("Node", () => checkNode());
  await step("npm packages", () => installPackages(root));
  await step("Python packages", () => installEnvironment(root, { dev }));
  await step("data sets", () => joinSotu(root));
  await step("kernel-helpers", () => buildHelpers(root));
  if (dev) await step("native backend", () => setUpForTests(root));
  await step("Jupyter kernel", () => installKernel(root));
  await step("JupyterLab extension", () => installLabExtension(root));
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const root = realpathSync(join(fileURLToPath(import.meta.url), "../.."));
  setUp(root, { dev: process.argv.includes("--dev") }).catch((error) => {
    console.error(error instanceof SetupError ? error.message : error);
    process.exitCode = 1;
  });
}
