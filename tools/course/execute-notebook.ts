import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { environmentProgram, projectRoot } from "../../setup/paths.mjs";

/** How a cell ended. `ok` includes the expected error of a cell tagged raises-exception. */
export interface CellResult {
  /** Index among all cells of the notebook, from 0. */
  readonly index: number;
  /** The cell's name. */
  readonly id: string;
  readonly status: "ok" | "error" | "aborted" | "lost" | "timeout" | "died";
  /** The error; empty when there is none. */
  readonly message: string;
  readonly seconds: number;
}

/** What happened in a run, as it happens. */
export type RunEvent =
  | { readonly event: "start"; readonly cells: number }
  | { readonly event: "cell"; readonly index: number; readonly id: string }
  | ({ readonly event: "done" } & CellResult)
  | { readonly event: "end" };

/** A run of a notebook. */
export interface Run {
  /** Code cells that ended, in order. */
  readonly cells: readonly CellResult[];
  /** Why the notebook could not be run to its end although no cell failed; otherwise undefined. */
  readonly problem: string | undefined;
  readonly seconds: number;
}

/** What to run, and how. */
export interface RunOptions {
  readonly source: string;
  /** Where the executed notebook goes. */
  readonly target: string;
  /** Where the kernel runs; inside the project, so that cells find kernel-helpers. */
  readonly folder: string;
  /** Go on after a failing cell. Default: false. */
  readonly allowErrors?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  /** Ends the run, and its kernel, cleanly. */
  readonly signal?: AbortSignal;
  readonly onEvent?: (event: RunEvent) => void;
}

const OURS = {
  JUPYTER_PREFER_ENV_PATH: "1",
  PYTHONFAULTHANDLER: "1", // says where Python was when it is aborted
  W2V_PROGRESS: "off", // what a program runs is no learner's progress
};

/** Time in milliseconds in which a run that is stopped must end. */
const PATIENCE = 20_000;

/** Executes a notebook with the real kernel through nbclient, in the project's Python. */
export async function executeNotebook(options: RunOptions): Promise<Run> {
  const start = performance.now();
  const child = spawn(environmentProgram(projectRoot, "python"), programArguments(options), {
    env: { ...process.env, ...OURS, ...options.env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: process.platform !== "win32", // Ctrl-C only reaches this process, which ends the run cleanly
  });
  let said = "";
  child.stderr.on("data", (text: Buffer) => {
    said = (said + text).slice(-4000);
  });
  let patience: NodeJS.Timeout | undefined;
  const stop = (): void => {
    child.kill("SIGINT");
    patience = setTimeout(() => child.kill("SIGABRT"), PATIENCE);
  };
  options.signal?.addEventListener("abort", stop, { once: true });
  const closed = new Promise<number | null>((resolve, reject) =>
    child.on("close", resolve).on("error", reject),
  );
  const cells: CellResult[] = [];
  let ended = false;
  for await (const line of createInterface({ input: child.stdout })) {
    const event = JSON.parse(line) as RunEvent;
    if (event.event === "done") cells.push(event);
    if (event.event === "end") ended = true;
    if (!options.signal?.aborted) options.onEvent?.(event);
  }
  const code = await closed;
  clearTimeout(patience);
  options.signal?.removeEventListener("abort", stop);
  const problem = ended ? undefined : `the run ended with ${code}: ${said.trim()}`;
  return { cells, problem, seconds: (performance.now() - start) / 1000 };
}

function programArguments({ source, target, folder, allowErrors = false }: RunOptions): string[] {
  const program = join(projectRoot, "tools/course/run-notebook.py");
  return [program, source, target, folder, ...(allowErrors ? ["--allow-errors"] : [])];
}
