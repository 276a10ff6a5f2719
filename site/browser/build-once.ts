import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { isStamped, stamp } from "../../setup/step.mjs";

/** What is built once for each state of its inputs. */
export interface OnceOptions {
  /** The folder to build; its stamp is next to it. */
  readonly folder: string;
  /** Describes the current inputs. */
  readonly state: () => string;
  /** Fills `part`, an empty folder that then replaces `folder`. */
  readonly build: (part: string) => Promise<void>;
}

/** The builds in progress in this process. */
const underWay = new Map<string, Promise<boolean>>();

/**
 * Builds `folder` unless it was built from the same inputs. A call during a build in this process waits for that build.
 * Another process builds its own folder, and the last one to finish replaces the others, so no reader sees half of one.
 * Returns whether this call built it.
 */
export async function buildOnce(options: OnceOptions): Promise<boolean> {
  const { folder, state } = options;
  if (existsSync(folder) && isStamped(`${folder}.stamp`, state())) return false;
  const other = underWay.get(folder);
  if (other !== undefined) return other.then(() => false);
  const own = buildNow(options).finally(() => underWay.delete(folder));
  underWay.set(folder, own);
  return own;
}

async function buildNow({ folder, state, build }: OnceOptions): Promise<boolean> {
  const inputs = state(); // taken before the build: later changes are built next time
  const part = `${folder}.part-${process.pid}`;
  rmSync(`${folder}.stamp`, { force: true });
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part, { recursive: true });
  try {
    await build(part);
    replaceFolder(folder, part);
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
  stamp(`${folder}.stamp`, inputs);
  return true;
}

/** Replaces a folder by another; a folder that is not empty cannot be replaced by renaming. */
export function replaceFolder(target: string, part: string): void {
  const old = `${target}.old-${process.pid}`;
  rmSync(old, { recursive: true, force: true });
  mkdirSync(dirname(target), { recursive: true });
  if (existsSync(target)) renameSync(target, old);
  renameSync(part, target);
  rmSync(old, { recursive: true, force: true });
}
