import { spawn } from "node:child_process";
import { projectRoot } from "../../setup/paths.mjs";
import { duration } from "../course/duration.ts";
import type { Step } from "./steps.ts";

/** Runs a step and prints its line; what it said follows only if it failed. */
export async function runStep(step: Step, out: NodeJS.WritableStream): Promise<boolean> {
  const start = performance.now();
  out.write(`${step.name.padEnd(24)} … `);
  const child = spawn(step.program, step.args, { cwd: projectRoot, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject).once("close", resolve);
  });
  const passed = code === 0;
  out.write(`${passed ? "passed" : "failed"}, ${duration((performance.now() - start) / 1000)}\n`);
  if (!passed) out.write(`${said.trim()}\n\n`);
  return passed;
}
