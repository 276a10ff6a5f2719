// npm run typecheck: everything that checks types, without running anything.
import "../print/plain-errors.ts";
import { parseArgs } from "node:util";
import { runStep } from "./run-step.ts";
import { TYPES } from "./steps.ts";

parseArgs({ options: {} }); // takes no words
for (const step of TYPES) {
  const { passed } = await runStep(step, process.stdout);
  if (!passed) process.exitCode = 1;
}
