import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { projectRoot } from "../../../setup/paths.mjs";
import type { Course } from "../../../tools/course/course-list.ts";
import { requirePython } from "../../require-python.ts";
import type { TryNotebook } from "./contents.ts";
import { liteConfig, SETTINGS } from "./lite-config.ts";

/** The parts for JupyterLite's own builder. */
export interface LiteParts {
  readonly course: Course;
  readonly notebooks: readonly TryNotebook[];
  /** Folder of the kernel, a labextension. */
  readonly kernel: string;
  /** Folder to work in; emptied first. */
  readonly work: string;
  /** Folder for the site. */
  readonly target: string;
}

const ACTION = "write the site for browsers";

/** One notebook alone, and the list of files: the views that the course uses of JupyterLite's six. */
const APPS = ["notebooks", "tree"];

/** Builds a JupyterLite without a network, from what setup installed and from nothing else of the environment. */
export function runLite({ course, notebooks, kernel, work, target }: LiteParts): void {
  const python = requirePython(projectRoot, ACTION);
  rmSync(work, { recursive: true, force: true });
  const put = (path: string, text: string): void => {
    mkdirSync(dirname(join(work, path)), { recursive: true });
    writeFileSync(join(work, path), text);
  };
  put("jupyter-lite.json", JSON.stringify(liteConfig(course)));
  put("overrides.json", JSON.stringify(SETTINGS));
  for (const { path, text } of notebooks) put(`files/${path}`, text);
  put("jupyter_lite_config.json", JSON.stringify({ LiteBuildConfig: { federated_extensions: [kernel] } }));
  const done = spawnSync(python, liteArguments(work, target), {
    cwd: work,
    encoding: "utf8",
    maxBuffer: 1 << 26,
    env: { ...process.env, JUPYTER_PREFER_ENV_PATH: "1", JUPYTER_CONFIG_DIR: join(work, "config") },
  });
  if (done.status === 0) return;
  const said = `${done.stdout ?? ""}${done.stderr ?? ""}`;
  if (said.includes("No module named jupyterlite_core")) {
    throw new Error(`Cannot ${ACTION}: .venv lacks Python's package jupyterlite-core. Remedy: npm run setup`);
  }
  const end = said.trim().split("\n").slice(-12).join("\n  ");
  throw new Error(`Cannot ${ACTION}: jupyter lite build failed:\n  ${end}`);
}

function liteArguments(work: string, target: string): string[] {
  return [
    ...["-m", "jupyterlite_core", "build", "--lite-dir", work, "--output-dir", target],
    ...["--contents", join(work, "files")],
    ...APPS.flatMap((app) => ["--apps", app]),
    // the environment's own extensions stay out: Plotly's would add 1.5 MB to each first visit
    ...["--ignore-sys-prefix", "--no-sourcemaps", "--no-unused-shared-packages", "--no-libarchive"],
  ];
}
