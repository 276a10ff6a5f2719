import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { environmentProgram, projectRoot } from "../../setup/paths.mjs";

/** A JupyterLab of this project's Python, reachable only from this machine. */
export interface JupyterLab {
  /** Address without a slash at its end. */
  readonly url: string;
  /** Ends the server and its kernels. */
  stop(): Promise<void>;
}

/** Settings that a test needs: no question about news, and every output in the page, in view or not. */
const SETTINGS = {
  "apputils-extension/notification": { fetchNews: "false", checkForUpdates: false },
  "notebook-extension/tracker": { windowingMode: "none" },
};

/** Starts JupyterLab on the files in `folder`; its own settings and state go below `state`; kernels get `env`. */
export async function startJupyterLab(
  folder: string,
  state: string,
  env: Readonly<Record<string, string>> = {},
): Promise<JupyterLab> {
  rmSync(state, { recursive: true, force: true });
  for (const [name, values] of Object.entries(SETTINGS)) {
    const file = join(state, "settings/@jupyterlab", `${name}.jupyterlab-settings`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(values));
  }
  const port = await freePort();
  const server = spawn(environmentProgram(projectRoot, "python"), labArguments(folder, port, state), {
    env: { ...process.env, ...labEnvironment(state), ...env },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  server.stderr.on("data", (text: Buffer) => {
    said += text;
  });
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; !(await answers(url)); tries++) {
    if (server.exitCode !== null || tries > 240) throw new Error(`JupyterLab did not start: ${said}`);
    await sleep(250);
  }
  return { url, stop: () => end(server) };
}

function labArguments(folder: string, port: number, state: string): string[] {
  return [
    ...["-m", "jupyterlab", "--no-browser", "--allow-root", "--log-level=WARN"],
    ...[`--ServerApp.port=${port}`, "--ServerApp.port_retries=0", `--ServerApp.root_dir=${folder}`],
    ...["--IdentityProvider.token=", "--ServerApp.disable_check_xsrf=True"],
    // signatures of notebooks: not those of the learner
    ...[
      `--NotebookNotary.secret_file=${join(state, "secret")}`,
      `--NotebookNotary.db_file=${join(state, "signatures.db")}`,
    ],
  ];
}

function labEnvironment(state: string): Record<string, string> {
  return {
    JUPYTER_PREFER_ENV_PATH: "1",
    JUPYTER_CONFIG_DIR: join(state, "config"),
    JUPYTERLAB_SETTINGS_DIR: join(state, "settings"),
    JUPYTERLAB_WORKSPACES_DIR: join(state, "workspaces"),
  };
}

async function answers(url: string): Promise<boolean> {
  return fetch(`${url}/api`).then(
    ({ ok }) => ok,
    () => false,
  );
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

function end(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    server.once("exit", () => resolve());
    server.kill("SIGTERM");
  });
}
