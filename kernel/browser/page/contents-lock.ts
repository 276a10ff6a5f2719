import { folderEntries } from "./folder-entries.ts";
import type { EditableContents, FileModel } from "./front-end.ts";

/** Milliseconds after which a lock was left behind by a kernel or a page that is gone. */
const LEFT_BEHIND = 5000;

/** Milliseconds for the work below a lock: others take a lock over after `LEFT_BEHIND`. */
const IN_TIME = 2500;

/** Milliseconds after which waiting for a lock ends. */
const PATIENCE = 20_000;

/** What `underLock` waits with; tests replace it. */
export interface LockOptions {
  /** Lets the pages of this browser wait for each other. Default: the browser's, where it has one. */
  readonly turns?: Turns | undefined;
  readonly sleep?: (milliseconds: number) => Promise<void>;
  readonly now?: () => number;
}

/** The part of the browser's LockManager that we use. */
export interface Turns {
  request(name: string, work: () => Promise<unknown>): Promise<unknown>;
}

/**
 * Does `work` while no kernel and no other page changes `file`, in the learner's folder. The kernel's lock is the file
 * `<file>.lock` (progress.node.ts). Ours has the same name and is a folder: the server renames a folder onto no file,
 * also where a kernel has made the file in the moment since the server looked. Afterwards the folder is put aside as
 * `<file>.unlocked` for the next time, because what is deleted goes to the system's trash. `work` asks `isInTime`
 * before it writes. Throws Error if the lock does not become free.
 */
export async function underLock(
  contents: EditableContents,
  file: string,
  work: (isInTime: () => boolean) => Promise<void>,
  options: LockOptions = {},
): Promise<void> {
  const turns: Turns | undefined = "turns" in options ? options.turns : globalThis.navigator?.locks;
  const job = (): Promise<void> => whileLocked(contents, file, work, options);
  await (turns === undefined ? job() : turns.request(`word2vec-lab:${file}`, job));
}

async function whileLocked(
  contents: EditableContents,
  file: string,
  work: (isInTime: () => boolean) => Promise<void>,
  { sleep = pause, now = () => performance.now() }: LockOptions,
): Promise<void> {
  const [lock, aside] = [`${file}.lock`, `${file}.unlocked`];
  const begun = now();
  let [seen, since] = ["", begun];
  for (;;) {
    const entries = await folderEntries(contents);
    const taken = entries.find(({ path }) => path === lock);
    if (taken === undefined) {
      const start = now();
      if (await take(contents, entries, lock, aside)) {
        try {
          return await work(() => now() - start < IN_TIME);
        } finally {
          await putAside(contents, lock, aside);
        }
      }
    } else if (seen !== (taken.created ?? "")) [seen, since] = [taken.created ?? "", now()];
    else if (now() - since > LEFT_BEHIND) await contents.delete(lock).catch(() => {});
    if (now() - begun > PATIENCE) {
      throw new Error(
        `Cannot change work/${file} as another program holds work/${lock}. Remedy: delete work/${lock}`,
      );
    }
    await sleep(20);
  }
}

/**
 * Renames the folder that was put aside to the lock; makes one if there is none, for the next try. False if somebody else
 * was faster: then the server has moved ours into the lock of another page, from where we take it back, or not at all.
 */
async function take(
  contents: EditableContents,
  entries: readonly FileModel[],
  lock: string,
  aside: string,
): Promise<boolean> {
  if (!entries.some(({ path }) => path === aside)) {
    await makeFolder(contents, aside).catch(() => {}); // somebody else made one
    return false;
  }
  try {
    await contents.rename(aside, lock);
    if ((await folderEntries(contents, lock)).length === 0) return true;
    await contents.rename(`${lock}/${aside}`, aside);
    return false;
  } catch {
    return false;
  }
}

async function makeFolder(contents: EditableContents, name: string): Promise<void> {
  const { path } = await contents.newUntitled({ path: "", type: "directory" });
  await contents.rename(path, name).catch(async (error: unknown) => {
    if (exists(error)) await contents.delete(path);
  });
}

async function putAside(contents: EditableContents, lock: string, aside: string): Promise<void> {
  await contents.rename(lock, aside).catch(async (error: unknown) => {
    if (exists(error)) await contents.delete(lock).catch(() => {});
  });
}

/**
 * Whether the server refused to rename because the new name exists. Other errors may come after it has renamed, when a
 * kernel has already taken the folder away: then the old name may be somebody else's.
 */
function exists(error: unknown): boolean {
  return (error as { readonly response?: { readonly status?: number } }).response?.status === 409;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
