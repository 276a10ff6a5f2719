import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { isAnything } from "./is-anything.ts";

const FOLDERS = ["notebooks", "exercises"] as const;

/** What was done for one notebook of a learner, paths relative to work/. */
export interface Copied {
  readonly path: string;
  /** Where the previous copy was moved to; undefined when there was none. */
  readonly keptAs?: string;
}

/** Which of the learner's copies to replace. */
export interface CopyOptions {
  /** A lesson's number, "04": its copies are kept under a dated name and replaced by new ones. Default: none. */
  readonly fresh?: string;
  /** The current time, for the dated name. */
  readonly date?: Date;
}

/**
 * Copies the notebooks and exercises of `root` that work/ does not have yet: a learner's own copy is never overwritten.
 * Returns what was copied.
 */
export function copyCourse(root: string, { fresh, date = new Date() }: CopyOptions = {}): Copied[] {
  return courseNotebooks(root).flatMap((path) => {
    const target = join(root, "work", path);
    const isThere = isAnything(target);
    if (isThere && numberOf(path) !== fresh) return [];
    const keptAs = isThere ? keepAside(root, path, date) : undefined;
    mkdirSync(dirname(target), { recursive: true });
    copyWhole(join(root, path), target, keptAs === undefined ? undefined : join(root, "work", keptAs));
    return [{ path, ...(keptAs !== undefined && { keptAs }) }];
  });
}

/** Copies a file or nothing: half a notebook would never be replaced. If it fails, `previous` gets its name back. */
function copyWhole(source: string, target: string, previous: string | undefined): void {
  const part = `${target}.${process.pid}.part`;
  try {
    copyFileSync(source, part);
    renameSync(part, target);
  } catch (error) {
    rmSync(part, { force: true });
    if (previous !== undefined) renameSync(previous, target);
    throw error;
  }
}

/** Every notebook that a learner gets: "notebooks/04-cbow.ipynb". */
export function courseNotebooks(root: string): string[] {
  return FOLDERS.flatMap((folder) => {
    const path = join(root, folder);
    const names = existsSync(path) ? readdirSync(path) : [];
    return names
      .filter((name) => name.endsWith(".ipynb"))
      .sort()
      .map((name) => `${folder}/${name}`);
  });
}

/** The number at the start of a notebook's name: "04" of "notebooks/04-cbow.ipynb". */
export function numberOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).split("-")[0] as string;
}

function keepAside(root: string, path: string, date: Date): string {
  const stamp = date.toISOString().slice(0, 19).replaceAll(":", "-").replace("T", "-");
  const base = path.slice(0, -".ipynb".length);
  for (let copy = 1; ; copy++) {
    const kept = `${base}.${stamp}${copy > 1 ? `-${copy}` : ""}.ipynb`;
    if (isAnything(join(root, "work", kept))) continue; // two copies in the same second
    renameSync(join(root, "work", path), join(root, "work", kept));
    return kept;
  }
}
