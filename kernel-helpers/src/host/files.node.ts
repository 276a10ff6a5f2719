import type { Stats } from "node:fs";
import { type FileHandle, open, readFile, stat } from "node:fs/promises";
import type { FileParts, OpenOptions } from "./contract.ts";
import { pipeParts, readPipe } from "./pipe.node.ts";
import { fileError } from "./system-error.node.ts";

const PART = 1 << 22;
const ONE_PIECE = 2 ** 31 - 1; // Node reads no larger file in one piece
const DEVICE = 2 ** 26; // a device, such as a terminal, gives a text of a person; /dev/zero never ends

/** A file to be read in parts of at most `partSize` bytes; throws Error with a remedy if it cannot be opened. */
export async function openFile(
  path: string,
  partSize: number = PART,
  { once = false }: OpenOptions = {},
): Promise<FileParts> {
  try {
    const about = await stat(path);
    // A pipe has no size and can be read only once; the files below /proc say that they have none.
    if (about.size > 0 && about.isFile()) return { size: about.size, parts: () => partsOf(path, partSize) };
    if (about.isCharacterDevice())
      return { size: Number.POSITIVE_INFINITY, parts: () => partsOf(path, partSize) }; // may have no end
    if (about.isFIFO() && once) return { size: Number.POSITIVE_INFINITY, parts: () => partsOfPipe(path) };
    const bytes = await readAll(path, about);
    return { size: bytes.length, parts: () => inParts(bytes, partSize) };
  } catch (error) {
    throw fileError("open", path, error);
  }
}

/** Bytes of a whole file, of any size that memory holds: in parts if it has more than `onePiece` bytes. */
export async function readWhole(path: string, onePiece: number = ONE_PIECE): Promise<Uint8Array> {
  try {
    const about = await stat(path);
    const { size } = about;
    if (about.isCharacterDevice()) return await readDevice(path);
    if (size <= onePiece) return await readAll(path, about);
    const bytes = new Uint8Array(size);
    let at = 0;
    for await (const part of partsOf(path, PART)) {
      bytes.set(part.subarray(0, size - at), at);
      at += part.length;
    }
    return bytes.subarray(0, at);
  } catch (error) {
    throw fileError("open", path, error);
  }
}

async function readDevice(path: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of partsOf(path, PART)) {
    parts.push(part.slice());
    size += part.length;
    if (size <= DEVICE) continue;
    throw new Error(
      `Cannot read ${path} as a whole: it is a device that has not ended after ${DEVICE / 2 ** 20} MiB. Remedy: name a file`,
    );
  }
  return Buffer.concat(parts);
}

function readAll(path: string, about: Stats): Promise<Uint8Array> {
  return about.isFIFO() ? readPipe(path) : readFile(path);
}

async function* partsOf(path: string, partSize: number): AsyncGenerator<Uint8Array> {
  const buffer = new Uint8Array(partSize); // one for all parts: a part is valid until the next one is asked for
  let file: FileHandle | undefined;
  try {
    file = await open(path);
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, partSize, null);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } catch (error) {
    throw fileError(file === undefined ? "open" : "read", path, error);
  } finally {
    await file?.close();
  }
}

async function* partsOfPipe(path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* pipeParts(path);
  } catch (error) {
    throw fileError("open", path, error);
  }
}

async function* inParts(bytes: Uint8Array, partSize: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += partSize) yield bytes.subarray(at, at + partSize);
}
