import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll } from "vitest";
import { projectRoot } from "../../setup/paths.mjs";
import { runCases } from "./case-sessions.ts";
import type { RepairCase } from "./repair-case.ts";
import { runSession } from "./run-session.ts";
import type { Session } from "./session.ts";
import { temporaryKernel } from "./temporary-kernel.ts";

/** For a test file: runs the sessions of cases in one kernel in Node without the repairs `without`. */
export function nodeSessions(): (
  cases: readonly RepairCase[],
  without: readonly string[],
) => Promise<Session[]> {
  const prefix = temporaryKernel();
  mkdirSync(join(projectRoot, "build"), { recursive: true });
  /** Each kernel gets its own folder here, inside the project. */
  const folders = mkdtempSync(join(projectRoot, "build", "kernel-"));
  afterAll(() => rmSync(folders, { recursive: true }));
  return (cases, without) => {
    const cwd = mkdtempSync(join(folders, "notebook-"));
    return runCases("node", cases, (steps) => runSession(prefix, steps, { without, cwd }));
  };
}
