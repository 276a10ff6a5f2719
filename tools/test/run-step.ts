import { spawn } from "node:child_process";
import { durationText } from "../../kernel-helpers/src/base/index.ts";
import { projectRoot } from "../../setup/paths.mjs";
import type { Step } from "./steps.ts";

/** How a step went. */
export interface StepResult {
  readonly name: string;
  readonly passed: boolean;
  readonly seconds: number;
}

/** Runs a step and prints its line at the end, since others may run beside it; what it said follows only if it failed. */
export async function runStep(step: Step, out: NodeJS.WritableStream): Promise<StepResult> {
  const start = performance.now();
  const child = spawn(step.program, step.args, {
    cwd: projectRoot,
    env: { ...process.env, NO_COLOR: "1", ...step.env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      for (const line of progressLines(step, text)) out.write(`  ${line}\n`);
    });
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject).once("close", resolve);
  });
  const passed = code === 0;
  const seconds = (performance.now() - start) / 1000;
  out.write(`${step.name.padEnd(29)} … ${passed ? "passed" : "failed"}, ${durationText(seconds)}\n`);
  if (!passed) out.write(`${said.trim()}\n\n`);
  return { name: step.name, passed, seconds };
}

/** The lines of a long step that say how far it is. */
function progressLines({ progress }: Step, text: string): string[] {
  return progress === undefined ? [] : text.split("\n").filter((line) => line.startsWith(progress));
}
