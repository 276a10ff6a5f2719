// A page cannot access the machine's files. It has its own folder in the browser, which survives a reload and which no
// other site can see: what a lesson saves there it can load again.

import type { FileContent, FileParts } from "./contract.ts";

const PART = 1 << 22;

/** Bytes of a file of this page; throws when it is not there. */
export function readFile(path: string): Promise<Uint8Array> {
  return inPage("read", path, async () => {
    const file = await (await fileOf(path)).getFile();
    return new Uint8Array(await file.arrayBuffer());
  });
}

/** A file of this page to be read in parts. */
export function openFile(path: string): Promise<FileParts> {
  return inPage("read", path, async () => {
    const file = await (await fileOf(path)).getFile();
    return { size: file.size, parts: () => partsOf(file, path) };
  });
}

async function* partsOf(file: File, path: string): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.size; at += PART) {
    yield new Uint8Array(await inPage("read", path, () => file.slice(at, at + PART).arrayBuffer()));
  }
}

/** Writes a file of this page: the browser keeps the old bytes until all new ones are written. */
export function writeFile(path: string, content: FileContent): Promise<void> {
  return inPage("write", path, async () => {
    const out = await (await fileOf(path, true)).createWritable();
    const pieces = content instanceof Uint8Array ? [content] : content;
    for (const piece of pieces) await out.write(piece.slice()); // a copy, because shared memory is not accepted
    await out.close();
  });
}

/** Adds bytes to the end of a file of this page. */
export function appendFile(path: string, bytes: Uint8Array): Promise<void> {
  return inPage("write", path, async () => {
    const handle = await fileOf(path, true);
    const { size } = await handle.getFile();
    const out = await handle.createWritable({ keepExistingData: true });
    await out.write({ type: "write", position: size, data: bytes.slice() });
    await out.close();
  });
}

/** Removes a file of this page; one that is not there is no error. */
export async function removeFile(path: string): Promise<void> {
  try {
    const parts = path.split("/").filter((part) => part !== "" && part !== ".");
    const name = parts.pop() ?? "";
    let folder = await navigator.storage.getDirectory();
    for (const part of parts) folder = await folder.getDirectoryHandle(part);
    await folder.removeEntry(name);
  } catch (error) {
    if ((error as Error).name === "NotFoundError") return;
    throw await inPage("remove", path, () => Promise.reject(error)).catch((told: unknown) => told);
  }
}

/** The file `path` in the page's own folder; with `create`, missing files and folders are created. */
async function fileOf(path: string, create = false): Promise<FileSystemFileHandle> {
  const parts = path.split("/").filter((part) => part !== "" && part !== ".");
  const name = parts.pop() ?? "";
  let folder = await navigator.storage.getDirectory();
  for (const part of parts) folder = await folder.getDirectoryHandle(part, { create });
  return folder.getFileHandle(name, { create });
}

/** The result of `work`, or an error that says what the browser's own means. */
async function inPage<Result>(action: string, path: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const { name, message } = error as Error;
    const reason = reasons[name] ?? `the browser gives the page no room for files: ${message}. ${roomier}`;
    throw new Error(`Cannot ${action} ${path} in this page: ${reason}`, { cause: error });
  }
}

const roomier = "Remedy: use a window that is not private, or open the lesson in Node";

/** What the browser's errors mean, by their names. */
const reasons: Readonly<Record<string, string>> = {
  NotFoundError:
    "it was never saved in this page, and a page cannot access the machine's files. Remedy: save it here first, or open the lesson in Node",
  TypeMismatchError: "its path leads to a folder or through a file. Remedy: check the path",
  QuotaExceededError:
    "the room that the browser gives to a page is full. Remedy: delete data of sites that you no longer need",
  NoModificationAllowedError: "another page is writing it. Remedy: close that page",
  RangeError: "it needs more memory than the page has. Remedy: a smaller file, or open the lesson in Node",
};
