// A page cannot access the machine's files. It has its own folder in the browser, which survives a reload and which no
// other site can see: what a lesson saves there it can load again.

import type { FileParts } from "./contract.ts";

const PART = 1 << 22;

/** Bytes of a file of this page; throws when it is not there. */
export async function readFile(path: string): Promise<Uint8Array> {
  const handle = await fileOf("read", path);
  return new Uint8Array(await (await handle.getFile()).arrayBuffer());
}

/** A file of this page to be read in parts. */
export async function openFile(path: string): Promise<FileParts> {
  const file = await (await fileOf("read", path)).getFile();
  return { size: file.size, parts: () => partsOf(file) };
}

async function* partsOf(file: File): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.size; at += PART) {
    yield new Uint8Array(await file.slice(at, at + PART).arrayBuffer());
  }
}

/** Writes a file of this page: the browser keeps the old bytes until all new ones are written. */
export async function writeFile(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await fileOf("write", path, true);
  const out = await handle.createWritable();
  await out.write(bytes.slice()); // a copy, because shared memory is not accepted
  await out.close();
}

/** Adds bytes to the end of a file of this page. */
export async function appendFile(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await fileOf("write", path, true);
  const { size } = await handle.getFile();
  const out = await handle.createWritable({ keepExistingData: true });
  await out.write({ type: "write", position: size, data: bytes.slice() });
  await out.close();
}

/** The file `path` in the page's own folder; with `create`, missing files and folders are created. */
async function fileOf(action: string, path: string, create = false): Promise<FileSystemFileHandle> {
  const parts = path.split("/").filter((part) => part !== "" && part !== ".");
  const name = parts.pop() ?? "";
  try {
    let folder = await navigator.storage.getDirectory();
    for (const part of parts) folder = await folder.getDirectoryHandle(part, { create });
    return await folder.getFileHandle(name, { create });
  } catch (error) {
    throw new Error(`Cannot ${action} ${path} in this page: ${reasonOf(error as Error)}`, { cause: error });
  }
}

function reasonOf({ name, message }: Error): string {
  if (name === "NotFoundError") {
    return "it was never saved in this page, and a page cannot access the machine's files. Remedy: save it here first, or open the lesson in Node";
  }
  return `the browser gives the page no room for files: ${message}. Remedy: use a window that is not private, or open the lesson in Node`;
}
