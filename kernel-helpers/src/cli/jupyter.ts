import { spawn } from "node:child_process";
import { join } from "node:path";

/** How JupyterLab is started. */
export interface JupyterOptions {
  /** The notebook to open first, relative to work/. */
  readonly notebook: string;
  /** Whether a browser is opened. */
  readonly browser: boolean;
  /** The port; undefined means 8888 or the next free one. */
  readonly port: number | undefined;
}

/** The arguments of Python that start JupyterLab on work/. */
export function jupyterArguments(root: string, { notebook, browser, port }: JupyterOptions): string[] {
  return [
    "-m",
    "jupyterlab",
    "--log-level=WARN",
    `--ServerApp.root_dir=${join(root, "work")}`,
    `--LabApp.default_url=/lab/tree/${notebook}`,
    `--ServerApp.open_browser=${browser ? "True" : "False"}`,
    "--MultiKernelManager.default_kernel_name=w2v",
    ...(port === undefined ? [] : [`--ServerApp.port=${port}`, "--ServerApp.port_retries=0"]),
    // In a container every user is root; the server only accepts this machine, and asks for its token.
    ...(process.getuid?.() === 0 ? ["--allow-root"] : []),
  ];
}

/** Runs JupyterLab until it ends or Ctrl-C stops it and its kernels, without asking. Returns the exit code. */
export function runJupyter(python: string, words: readonly string[]): Promise<number> {
  const server = spawn(python, words, { stdio: "inherit" });
  const stop = (): void => {
    server.kill("SIGTERM"); // SIGINT, which a terminal sends as well, would ask "Shut down this server?"
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  let stopped = false;
  process.once("SIGINT", () => {
    stopped = true;
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.once("exit", (code) => {
      process.off("SIGINT", stop);
      process.off("SIGTERM", stop);
      resolve(stopped ? 0 : (code ?? 1));
    });
  });
}
