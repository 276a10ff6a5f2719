import { constants, open } from "node:fs";
import { Socket } from "node:net";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import { stopAsked } from "./stop-asked.node.ts";

/** Milliseconds between two looks at whether the user asked to stop. */
const PACE = 100;

/** Bytes of a pipe that are kept at most; a pipe may have no end. */
const MOST = 2 ** 31 - 1;

/**
 * The bytes of a named pipe, once another program writes them. While it is silent a request to stop ends the wait with an
 * error of code EINTR. Node's own `open` would block a thread until there is a writer, and then not even
 * `process.exit` ends the process.
 */
export async function readPipe(path: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of pipeParts(path)) {
    parts.push(part);
    size += part.length;
    if (size > MOST) throw Object.assign(new Error("too large"), { code: "ERR_FS_FILE_TOO_LARGE" });
  }
  return Buffer.concat(parts);
}

/** The same bytes as they come. */
export async function* pipeParts(path: string): AsyncGenerator<Uint8Array> {
  yield* streamParts(await pipeSocket(path, constants.O_RDONLY, { readable: true, writable: false }));
}

/** The bytes of a stream as they come; a request to stop ends the wait for them with an error of code EINTR. */
export async function* streamParts(stream: Readable): AsyncGenerator<Uint8Array> {
  const looking = setInterval(() => {
    if (stopAsked()) stream.destroy(Object.assign(new Error("EINTR"), { code: "EINTR" }));
  }, PACE);
  try {
    yield* stream;
  } finally {
    clearInterval(looking);
    stream.destroy();
  }
}

/** Writes to a named pipe; an error of code ENXIO says that no program reads it. */
export async function writePipe(path: string, pieces: Iterable<Uint8Array>): Promise<void> {
  await pipeline(pieces, await pipeSocket(path, constants.O_WRONLY, { readable: false, writable: true }));
}

/** Opens a pipe without waiting for the other end, and moves its bytes on the event loop. */
async function pipeSocket(
  path: string,
  direction: number,
  way: { readonly readable: boolean; readonly writable: boolean },
): Promise<Socket> {
  const fd = await promisify(open)(path, direction | constants.O_NONBLOCK); // a FileHandle would close it when collected
  return new Socket({ fd, ...way });
}
