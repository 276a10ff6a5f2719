// npm run test:node -- 24     runs the tests of what learners run, and one lesson, on another Node
// npm run test:node -- 24 26  on several, one after another
// Each comes from the package registry into build/node/, as the package of this platform; nothing global is installed.
import "../print/plain-errors.ts";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { installKernelSpec } from "../../kernel/install/index.mjs";
import { tensorflowEnvironment } from "../../setup/gpu/tensorflow-environment.mjs";
import { projectRoot, tensorflowFolder } from "../../setup/paths.mjs";
import { runStep, type StepResult } from "../test/run-step.ts";
import { installNode } from "./install-node.ts";
import { nodeSteps } from "./node-steps.ts";

const versions = process.argv.slice(2);
if (versions.length === 0 || !versions.every((version) => /^\d+(\.\d+){0,2}$/.test(version))) {
  console.error("Cannot choose a Node: name its version, such as npm run test:node -- 24");
  process.exit(2);
}

const results: StepResult[] = [];
for (const version of versions) {
  const folder = join(projectRoot, "build/node", version);
  mkdirSync(folder, { recursive: true });
  const { node, found } = installNode(folder, version);
  console.log(`Node ${found}`);
  installKernelSpec(folder, { node, env: tensorflowEnvironment(tensorflowFolder(projectRoot)) });
  for (const step of nodeSteps(node, folder)) results.push(await runStep(step, process.stdout));
}
const failed = results.filter(({ passed }) => !passed).length;
console.log(`${results.length - failed} passed, ${failed} failed on Node ${versions.join(", ")}`);
if (failed > 0) process.exitCode = 1;
