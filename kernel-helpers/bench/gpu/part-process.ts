import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import type { BackendName } from "kernel-helpers";
import type { Outcome } from "./outcome.ts";
import type { Amount, parts } from "./parts.ts";

const script = fileURLToPath(new URL("run-part.ts", import.meta.url));

let running: ChildProcess | undefined;

/** Ends the part that runs now, if there is one. */
export function endPart(): void {
  running?.kill("SIGTERM");
}

/** What to run. */
export interface PartRun {
  readonly part: keyof typeof parts;
  readonly backend: BackendName;
  readonly amount: Amount;
  /** Milliseconds after which the part is given up. */
  readonly patience: number;
  /** Called with each finding as it comes. */
  readonly onFinding?: (finding: object) => void;
}

/**
 * Runs a part in a process of its own and gives all its findings; if it fails, ends with a signal or takes too long, those that came
 * before, and why.
 */
export async function runPart({
  part,
  backend,
  amount,
  patience,
  onFinding,
}: PartRun): Promise<Outcome<object[]>> {
  const start = performance.now();
  const words = ["--expose-gc", "--import", "tsx", script, part, backend, JSON.stringify(amount)];
  // Large pieces of memory are returned to the system immediately, so that what remains is in use.
  const env = { ...process.env, MALLOC_MMAP_THRESHOLD_: "131072" };
  const child = spawn(process.execPath, words, { env, stdio: ["ignore", "ignore", "pipe", "pipe"] });
  running = child;
  let said = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    said = (said + text).slice(-4000);
  });
  const value: object[] = [];
  createInterface({ input: child.stdio[3] as Readable }).on("line", (line) => {
    const finding = JSON.parse(line) as object;
    value.push(finding);
    onFinding?.(finding);
  });
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    child.kill("SIGKILL");
  }, patience);
  const end = await new Promise<string>((resolve) => {
    child.once("error", ({ message }) => resolve(message));
    child.once("close", (code, signal) => resolve(signal ?? String(code)));
  });
  clearTimeout(timer);
  running = undefined;
  const seconds = (performance.now() - start) / 1000;
  if (end === "0") return { ok: true, seconds, value };
  const how = late ? `did not end within ${patience / 1000} s` : `ended with ${end}`;
  return {
    ok: false,
    seconds,
    value,
    why: [`its process ${how}`, lastWords(said)].filter(Boolean).join(": "),
  };
}

/** The last lines that a program wrote, or the message of the error that ended it, with its remedy. */
function lastWords(said: string): string {
  const lines = said.trim().split("\n");
  const error = lines.findLastIndex((line) => /^(?:\w*Error: |Cannot )/.test(line));
  const told =
    error < 0
      ? lines.slice(-3)
      : lines.slice(error, error + 3).filter((line, i) => i === 0 || line.startsWith("  "));
  return told
    .map((line) => line.trim())
    .join("; ")
    .slice(0, 500);
}
