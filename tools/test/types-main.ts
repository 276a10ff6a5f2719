// npm run typecheck: those steps of npm test that check types.
import "../programs/plain-errors.ts";
import { parseArgs } from "node:util";
import { runStep } from "./run-step.ts";
import { STEPS } from "./steps.ts";

parseArgs({ options: {} }); // takes no words
for (const step of STEPS.filter(({ name }) => name.startsWith("types"))) {
  const { passed } = await runStep(step, process.stdout);
  if (!passed) process.exitCode = 1;
}
