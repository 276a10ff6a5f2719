import { lstat, open, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { makeFolder } from "./make-folder.node.ts";
import {
  NO_PROGRESS,
  type PassedCheck,
  type ProgressRecord,
  parseProgress,
  withPassed,
} from "./progress-record.ts";
import { fileError } from "./system-error.node.ts";
import { writeWhole } from "./write-file.node.ts";

/** The record in `file`; an empty one if there is none. Throws for a file that cannot be read, or is damaged. */
export async function readProgress(file: string): Promise<ProgressRecord> {
  const text = await textOf(file).catch((error: unknown) => {
    throw fileError("read the progress in", file, error);
  });
  const record = text === undefined ? NO_PROGRESS : parseProgress(text);
  if (record !== undefined) return record;
  throw new RangeError(
    `Cannot read ${file} as it must be the progress that this course wrote: it is damaged. Remedy: w2v progress --reset --yes`,
  );
}

/**
 * Adds a passed check to the record in `file`. Kernels that write at the same time wait for each other, so that no entry
 * is lost. A damaged record is kept beside the new one, which is said on `warn`.
 */
export async function addPassed(
  file: string,
  check: PassedCheck,
  {
    now = new Date(),
    warn = console.warn,
  }: { readonly now?: Date; readonly warn?: (text: string) => void } = {},
): Promise<void> {
  await locked(file, async () => {
    const text = await textOf(file);
    const before = text === undefined ? NO_PROGRESS : await sound(text, file, now, warn);
    const after = withPassed(before, check, now);
    if (after !== before)
      await writeWhole(file, new TextEncoder().encode(`${JSON.stringify(after, null, 1)}\n`));
  });
}

/** Moves the record in `file` aside, under a dated name, which is returned; undefined if there is none. */
export async function setProgressAside(file: string, now: Date = new Date()): Promise<string | undefined> {
  const stamp = now.toISOString().slice(0, 19).replaceAll(":", "-").replace("T", "-");
  const stem = file.replace(/\.json$/, "");
  return locked(file, async () => {
    if ((await textOf(file)) === undefined) return undefined;
    return moveAside(file, (copy) => `${stem}.${stamp}${copy > 1 ? `-${copy}` : ""}.json`);
  }).catch((error: unknown) => {
    throw fileError("start the progress again in", file, error);
  });
}

/** Renames `file` to the first of the names that nothing has, since renaming replaces. The lock must be held. */
async function moveAside(file: string, nameOf: (copy: number) => string): Promise<string> {
  for (let copy = 1; ; copy++) {
    const aside = nameOf(copy);
    if (await lstat(aside).catch(() => undefined)) continue;
    await rename(file, aside);
    return aside;
  }
}

async function sound(
  text: string,
  file: string,
  now: Date,
  warn: (text: string) => void,
): Promise<ProgressRecord> {
  const record = parseProgress(text);
  if (record !== undefined) return record;
  const aside = await moveAside(
    file,
    (copy) => `${file}.${now.getTime()}${copy > 1 ? `-${copy}` : ""}.damaged`,
  );
  warn(`${file} was damaged: it is kept as ${aside}, and a new list of passed exercises begins`);
  return NO_PROGRESS;
}

/** The text of a file, undefined if there is none. Throws for a pipe or a device, which may never end. */
async function textOf(file: string): Promise<string | undefined> {
  const about = await stat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (about === undefined) return undefined;
  if (about.isFile() || about.isDirectory()) return readFile(file, "utf8"); // of a folder, the system says that it is one
  throw new RangeError(
    `Cannot use ${file} for the progress as it must be a file: it is a device or a pipe. ` +
      "Remedy: name a file in W2V_PROGRESS",
  );
}

/** Milliseconds after which a lock was left behind by a kernel or a page that is gone: the work takes a few. */
const LEFT_BEHIND = 5000;

/**
 * Does `work` while no other process does it for the same file. A kernel's lock is a file. A page of JupyterLab takes the
 * same lock with a folder (contents-lock.ts of the page), which it puts aside afterwards under another name.
 */
async function locked<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  const lock = `${file}.lock`;
  await makeFolder(dirname(file));
  while (!(await take(lock))) {
    if (await isLeftBehind(lock)) await rm(lock, { force: true, recursive: true });
    else await sleep(10);
  }
  try {
    await removeUnused(`${file}.unlocked`);
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}

/** Removes the folder that a page put aside, unless it was used in the last minute. */
async function removeUnused(folder: string): Promise<void> {
  const about = await stat(folder).catch(() => undefined);
  if (about === undefined || Math.abs(Date.now() - about.ctimeMs) < 60_000) return;
  await rm(folder, { force: true, recursive: true });
}

async function take(lock: string): Promise<boolean> {
  try {
    await (await open(lock, "wx")).close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

async function isLeftBehind(lock: string): Promise<boolean> {
  const about = await stat(lock).catch(() => undefined); // it may have gone in the meantime
  if (about === undefined) return false;
  // a folder that was renamed keeps the time of its making, but the time of its last change is new
  const taken = about.isDirectory() ? about.ctimeMs : about.mtimeMs;
  return Math.abs(Date.now() - taken) > LEFT_BEHIND; // or from before a clock was set back
}
