import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Call, Measured } from "./memory-child.ts";

/** A process of its own, in which calls are measured one after another. */
export interface Measuring {
  /** Calls a function of a module and resolves with its result and the growth of memory. */
  call(module: string, name: string, ...given: readonly unknown[]): Promise<Measured>;
  /** Ends the process. */
  end(): void;
}

/** Starts a process for measurements. It ends with this one, which it does not keep. */
export function startMeasuring(): Measuring {
  const program = fileURLToPath(new URL("./memory-child.ts", import.meta.url));
  const child = fork(program, {
    execArgv: ["--import", import.meta.resolve("tsx"), "--max-semi-space-size=8"],
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    env: { ...process.env, MALLOC_ARENA_MAX: "1", NODE_OPTIONS: "" }, // each further arena takes 64 MiB of addresses
  });
  rest(child);
  return {
    async call(module, name, ...given) {
      child.ref();
      child.channel?.ref();
      try {
        return await answerTo(child, { module, name, given });
      } finally {
        rest(child);
      }
    },
    end: () => child.kill("SIGKILL"),
  };
}

function rest(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
}

function answerTo(child: ChildProcess, call: Call): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const died = (code: number | null, signal: string | null): void => {
      reject(new Error(`the process that read it died with ${code ?? signal}`));
    };
    child.once("exit", died);
    child.once("message", (measured) => {
      child.off("exit", died);
      resolve(measured as Measured);
    });
    child.send(call);
  });
}
