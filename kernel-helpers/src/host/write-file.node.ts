import { randomBytes } from "node:crypto";
import { constants, type Stats } from "node:fs";
import { access, open, readlink, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import type { FileContent } from "./contract.ts";
import { makeFolder } from "./make-folder.node.ts";
import { writePipe } from "./pipe.node.ts";
import { fileError } from "./system-error.node.ts";

/**
 * Writes a whole file: under a temporary name beside it, then renamed, so that a reader, a crash or a full disk meets the
 * old bytes or the new. A link stays, and the file that it leads to is written, with the permissions that it has; a file
 * that may not be written is not replaced. What is no file, such as a device or a pipe, is written to and never replaced.
 */
export async function writeWhole(path: string, content: FileContent): Promise<void> {
  const pieces = content instanceof Uint8Array ? [content] : content;
  try {
    const target = await targetOf(path);
    const before = await statOf(target);
    if (before !== undefined) await requirePermission(target, before);
    await makeFolder(dirname(target));
    if (before === undefined || before.isFile()) await replace(target, pieces, before);
    else await (before.isFIFO() ? writePipe : writeFile)(target, pieces);
  } catch (error) {
    throw fileError("write", path, error);
  }
}

/**
 * Adds bytes to the end of a file, which is made if it is missing, with its folders. A disk on which only a part of them
 * has room gets none: a log ends with a whole line.
 */
export async function appendTo(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await makeFolder(dirname(path));
    if ((await statOf(path))?.isFIFO()) return await writePipe(path, [bytes]);
    const file = await open(path, "a");
    try {
      const before = await file.stat();
      await file.appendFile(bytes).catch(async (error) => {
        if (before.isFile()) await file.truncate(before.size);
        throw error;
      });
    } finally {
      await file.close();
    }
  } catch (error) {
    throw fileError("write", path, error);
  }
}

/** Removes a file; one that is not there is no error, and a folder is. */
export async function removeFile(path: string): Promise<void> {
  try {
    await rm(path, { force: true });
  } catch (error) {
    throw fileError("remove", path, error);
  }
}

/**
 * Throws unless `writeWhole` could write `path` now: before long work. It makes the folders, and changes no file.
 */
export async function requireWritableFile(
  path: string,
  { action = "write", remedy }: { readonly action?: string; readonly remedy?: string } = {},
): Promise<void> {
  try {
    const target = await targetOf(path);
    const before = await statOf(target);
    if (before?.isDirectory()) throw refusal("EISDIR");
    if (before !== undefined) {
      await requirePermission(target, before);
      if (!before.isFile()) return;
    }
    await makeFolder(dirname(target));
    const probe = temporaryName(target, "probe");
    await writeFile(probe, "", { flag: "wx" });
    await rm(probe);
  } catch (error) {
    throw fileError(action, path, error, remedy);
  }
}

/** Throws for a file that has no permission to write, to the administrator as well: somebody protected it. */
async function requirePermission(target: string, before: Stats): Promise<void> {
  if ((before.mode & 0o222) === 0) throw refusal("EACCES");
  await access(target, constants.W_OK);
}

/** The file that a path leads to, links followed, also where a link leads to a file that is not there yet. */
async function targetOf(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  const link = await readlink(path).catch(() => undefined);
  if (link === undefined) return path;
  return targetOf(resolve(await realpath(dirname(path)), link));
}

async function replace(
  target: string,
  pieces: Iterable<Uint8Array>,
  before: Stats | undefined,
): Promise<void> {
  const temporary = temporaryName(target, "part");
  try {
    const file = await open(temporary, "wx");
    try {
      for (const piece of pieces) await file.writeFile(piece); // each behind the one before it
      if (before !== undefined) await file.chmod(before.mode & 0o777);
      await file.sync(); // a disk that is full may say so only now
    } finally {
      await file.close();
    }
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** A name beside `target` that nothing has, no longer than names may be. */
function temporaryName(target: string, ending: string): string {
  const start = Buffer.from(basename(target))
    .subarray(0, 200)
    .toString()
    .replace(/\uFFFD+$/, "");
  return resolve(dirname(target), `${start}.${randomBytes(4).toString("hex")}.${ending}`);
}

function statOf(path: string): Promise<Stats | undefined> {
  return stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
}

function refusal(code: string): Error {
  return Object.assign(new Error(code), { code });
}
