import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { withoutRights } from "./needs.ts";

/** What came of a program. */
export interface Ran {
  /** The exit code; null if a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Milliseconds from Ctrl-C, or from the start if nobody pressed it, to the end. */
  readonly took: number;
  /** Whether it had to be killed, since it was still there after `limit`. */
  readonly isLate: boolean;
  /** Most memory in bytes that it held; 0 if that is not known. */
  readonly peak: number;
}

/** How a program is run. */
export interface RunOptions {
  readonly folder: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Milliseconds after which Ctrl-C is pressed, once; undefined for never. */
  readonly press?: number | undefined;
  /** Milliseconds from then on, or from the start, after which it is killed. */
  readonly limit: number;
}

/** Writes the peak of the program's memory to a file when it ends: Linux knows it without what the parent had. */
const TELL_PEAK = `import { appendFileSync, readFileSync } from "node:fs";
process.on("exit", () => {
  let kibibytes = process.resourceUsage().maxRSS;
  try {
    kibibytes = /VmHWM:\\s*(\\d+)/.exec(readFileSync("/proc/self/status", "utf8"))[1];
  } catch {}
  appendFileSync(process.env.W2V_ATTACK_PEAK, kibibytes + "\\n");
});`;

/**
 * Runs Node with `words` until it ends. Root may open and write everything, so it runs without that right where root
 * runs this.
 */
export async function runProgram(words: readonly string[], options: RunOptions): Promise<Ran> {
  const own = mkdtempSync(join(tmpdir(), "w2v-peak-"));
  try {
    return await runAndMeasure(words, options, join(own, "peak"));
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
}

async function runAndMeasure(
  words: readonly string[],
  { folder, env = {}, press, limit }: RunOptions,
  peakFile: string,
): Promise<Ran> {
  const [program, ...rest] = withoutRights([process.execPath, ...words]);
  const child = spawn(program, rest, {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(TELL_PEAK)}`,
      W2V_ATTACK_PEAK: peakFile,
      ...env,
    },
  });
  const said = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name].on("data", (text: Buffer) => {
      said[name] = (said[name] + text).slice(-20_000);
    });
  }
  let [from, isLate] = [performance.now(), false];
  const timers: NodeJS.Timeout[] = [];
  const killLater = (): void => {
    from = performance.now();
    timers.push(
      setTimeout(() => {
        isLate = true;
        child.kill("SIGKILL");
      }, limit),
    );
  };
  if (press === undefined) killLater();
  else timers.push(setTimeout(() => child.kill("SIGINT") && killLater(), press));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  for (const timer of timers) clearTimeout(timer);
  return { code, ...said, took: performance.now() - from, isLate, peak: peakOf(peakFile) };
}

function peakOf(file: string): number {
  if (!existsSync(file)) return 0;
  return 1024 * Math.max(...readFileSync(file, "utf8").trim().split("\n").map(Number));
}
