import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";

/** How to start a program. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly folder?: string;
}

/** A piece of what a program wrote, and the seconds since its start. */
export interface Said {
  readonly at: number;
  readonly text: string;
}

/** What a finished program said and used. */
export interface Finished {
  readonly said: readonly Said[];
  /** Elapsed seconds of the whole process. */
  readonly wall: number;
  /** Processor seconds of the whole process, all threads. NaN outside Linux, like the two below. */
  readonly cpu: number;
  /** Largest resident memory, in bytes: VmHWM. */
  readonly peak: number;
  /** Share of the machine's processor time that went to other work meanwhile, 0 to 1. */
  readonly otherWork: number;
}

const EVERY = 25; // milliseconds
const TICKS = 100; // a second: Linux's USER_HZ

let running: ChildProcess | undefined;

/** Ends the program that runs now, if there is one. */
export function endChild(): void {
  running?.kill("SIGTERM");
}

/**
 * Runs a program to its end and measures it; /proc is read every 25 ms, so a peak of its last moments may be missed.
 * Throws Error with the end of what it said if it fails.
 */
export async function runChild(
  { program, args, folder }: Command,
  env: NodeJS.ProcessEnv,
): Promise<Finished> {
  const said: Said[] = [];
  const [start, busyAtStart] = [performance.now(), busySeconds()];
  const seconds = (): number => (performance.now() - start) / 1000;
  const child = spawn(program, args, { env, cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  running = child;
  let last = { at: 0, cpu: Number.NaN, peak: Number.NaN, busy: Number.NaN };
  const timer = setInterval(() => {
    last = { ...last, ...usage(child.pid), at: seconds(), busy: busySeconds() - busyAtStart };
  }, EVERY);
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => said.push({ at: seconds(), text }));
  }
  try {
    const status = await new Promise<string>((resolve, reject) => {
      child.on("error", reject).on("close", (code, signal) => resolve(signal ?? String(code)));
    });
    if (status !== "0") throw failed(program, status, said);
  } finally {
    clearInterval(timer);
    running = undefined;
  }
  const otherWork = Math.max(0, (last.busy - last.cpu) / (last.at * availableParallelism()));
  return { said, wall: seconds(), cpu: last.cpu, peak: last.peak, otherWork };
}

function failed(program: string, status: string, said: readonly Said[]): Error {
  const end = said
    .map(({ text }) => text)
    .join("")
    .trim()
    .slice(-500);
  return new Error(`Cannot measure ${program} as it ended with ${status} and said: ${end}`);
}

/** Processor seconds and peak memory of a process so far; nothing where /proc does not tell, as after its end. */
function usage(pid: number | undefined): { cpu: number; peak: number } | undefined {
  try {
    // the fields after the name, which is in parentheses and may contain spaces; utime and stime are 14 and 15 of proc(5)
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
    const kilobytes = /VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    if (kilobytes === undefined) return;
    return { cpu: (Number(fields[11]) + Number(fields[12])) / TICKS, peak: 1024 * Number(kilobytes) };
  } catch {
    return;
  }
}

/** Seconds that all processors were busy since the machine started, those that its host took away included. */
function busySeconds(): number {
  if (!existsSync("/proc/stat")) return Number.NaN;
  const [first = ""] = readFileSync("/proc/stat", "utf8").split("\n");
  const [user = 0, nice = 0, system = 0, , , interrupts = 0, soft = 0, steal = 0] = first
    .split(/\s+/)
    .slice(1)
    .map(Number);
  return (user + nice + system + interrupts + soft + steal) / TICKS;
}
