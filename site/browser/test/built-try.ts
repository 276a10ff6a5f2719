import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isStamped, stamp } from "../../../setup/step.mjs";

/** What is built once for each state of its inputs. */
export interface OnceOptions {
  /** The folder that `build` makes; beside it lie the stamp and the lock. */
  readonly folder: string;
  /** Names the inputs as they are; asked again after another process has built. */
  readonly state: () => string;
  readonly build: () => Promise<void>;
}

/**
 * Builds `folder` unless it was built from the same inputs. Several processes may ask at once, as test files do:
 * one builds and the others wait. Gives whether this one has built.
 */
export async function buildOnce({ folder, state, build }: OnceOptions): Promise<boolean> {
  const mark = `${folder}.stamp`;
  const isCurrent = (): boolean => existsSync(folder) && isStamped(mark, state());
  if (isCurrent()) return false;
  const release = await lock(`${folder}.lock`);
  try {
    if (isCurrent()) return false;
    const inputs = state(); // before: what changes meanwhile is built again next time
    rmSync(mark, { force: true });
    await build();
    stamp(mark, inputs);
    return true;
  } finally {
    release();
  }
}

async function lock(file: string): Promise<() => void> {
  mkdirSync(dirname(file), { recursive: true });
  for (;;) {
    try {
      writeFileSync(file, `${process.pid}`, { flag: "wx" });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      if (!isAlive(file)) rmSync(file, { force: true });
      await sleep(200);
    }
  }
}

/** Whether the process that holds the lock still runs: one that was killed left its lock behind. */
function isAlive(file: string): boolean {
  try {
    const holder = Number(readFileSync(file, "utf8"));
    if (holder === process.pid) return true;
    if (holder > 0) process.kill(holder, 0);
    return true; // an empty file is a lock in the making
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
