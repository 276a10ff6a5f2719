import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectRoot } from "../../setup/paths.mjs";

/** A kernel that is started as Jupyter starts it, from a connection file in a folder of its own. */
export class KernelProcess {
  readonly #folder = mkdtempSync(join(tmpdir(), "w2v-wire-"));
  readonly #log = join(this.#folder, "log");
  readonly #connectionFile = join(this.#folder, "kernel.json");
  readonly #env;
  #process: ChildProcess;

  /**
   * @param connection what the connection file contains
   * @param env variables of its environment besides ours
   */
  constructor(connection: Readonly<Record<string, unknown>>, env: Readonly<Record<string, string>>) {
    this.#env = env;
    writeFileSync(this.#connectionFile, JSON.stringify(connection));
    this.#process = this.#start();
  }

  /** Starts a kernel that has ended again, as Jupyter does. */
  restart(): void {
    this.#process = this.#start();
  }

  #start(): ChildProcess {
    const log = openSync(this.#log, "w"); // a pipe of Node's is a socket, which the kernel cannot open a second time
    const launcher = join(projectRoot, "kernel/node/launch.cjs");
    const started = spawn(process.execPath, ["--enable-source-maps", launcher, this.#connectionFile], {
      cwd: this.#folder,
      env: { ...process.env, ...this.#env, JPY_PARENT_PID: String(process.pid) }, // it ends with us
      stdio: ["ignore", "ignore", log],
    });
    closeSync(log);
    return started;
  }

  /** What the kernel wrote to its own stderr, the end of it. */
  get log(): string {
    return readFileSync(this.#log, "utf8").slice(-4000);
  }

  get alive(): boolean {
    return this.#process.exitCode === null && this.#process.signalCode === null;
  }

  /** Resolves with the exit status, or the name of the signal that ended the process. */
  async ended(): Promise<number | NodeJS.Signals | null> {
    if (this.alive) await once(this.#process, "exit");
    return this.#process.exitCode ?? this.#process.signalCode;
  }

  async close(): Promise<void> {
    if (this.alive) this.#process.kill("SIGKILL");
    await this.ended();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
