import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeCourse, removeCourse } from "../../kernel-helpers/src/cli/start.suite.ts";
import { projectRoot } from "../../setup/paths.mjs";
import { type Ran, runProgram } from "./run-program.ts";

/** What stands in the place of Python: it says with which words it was started, and ends. */
const PYTHON = '#!/bin/sh\nprintf "%s\\n" "$@" > "$(dirname "$0")/started"\n';

/** What `w2v` needs of a clone besides its packages. */
const PARTS = ["kernel-helpers/bin", "kernel-helpers/dist", "kernel-helpers/package.json", "setup"];

/** Milliseconds that `w2v start` may take until JupyterLab begins. */
const LIMIT = 15_000;

let clone: string | undefined;

/** A clone in which `w2v start` runs as a person's does, with a small course; made once. */
function theClone(): string {
  if (clone !== undefined) return clone;
  const root = mkdtempSync(join(tmpdir(), "w2v-clone-"));
  clone = root;
  for (const part of PARTS) {
    const isNeeded = (path: string): boolean => !/\.(map|d\.ts|tsbuildinfo)$/.test(path);
    cpSync(join(projectRoot, part), join(root, part), { recursive: true, filter: isNeeded });
  }
  symlinkSync(join(projectRoot, "node_modules"), join(root, "node_modules"), "junction");
  mkdirSync(join(root, ".venv/bin"), { recursive: true });
  writeFileSync(join(root, ".venv/bin/python"), PYTHON, { mode: 0o755 });
  return root;
}

/** Removes the clone. */
export function removeClone(): void {
  if (clone !== undefined) rmSync(clone, { recursive: true, force: true });
  clone = undefined;
}

/** Runs `work` in the clone, where a new course lies, and removes the course. */
export async function withCourse<Result>(work: (root: string) => Promise<Result>): Promise<Result> {
  const root = theClone();
  try {
    makeCourse(root);
    return await work(root);
  } finally {
    removeCourse(root);
    rmSync(join(root, ".venv/bin/started"), { force: true });
  }
}

/** Runs `w2v start` with `words` in the clone; `opened` is the notebook that JupyterLab would open. */
export async function startIn(
  root: string,
  words: readonly string[],
): Promise<{ readonly ran: Ran; readonly opened: string | undefined }> {
  const program = join(root, "kernel-helpers/bin/w2v.js");
  const ran = await runProgram([program, "start", ...words, "--no-browser"], { folder: root, limit: LIMIT });
  const started = join(root, ".venv/bin/started");
  const said = existsSync(started) ? readFileSync(started, "utf8") : "";
  return { ran, opened: /--LabApp\.default_url=\/lab\/tree\/(\S+)/.exec(said)?.[1] };
}
