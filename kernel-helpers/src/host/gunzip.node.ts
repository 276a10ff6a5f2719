import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { gunzipError } from "./gunzip-error.ts";

const PART = 1 << 18; // bytes that are unpacked at once

/** Unpacks the parts of a gzip file of one or several members, see `Host.gunzip`. */
export async function* gunzip(path: string, parts: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  const unpacked = createGunzip({ chunkSize: PART });
  pipeline(Readable.from(copies(parts), { highWaterMark: 1 }), unpacked, () => {}); // the loop below gets its errors
  try {
    yield* unpacked;
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    if (!code.startsWith("Z_")) throw error; // an error of the file, which is for people already
    throw gunzipError(path, code === "Z_BUF_ERROR", error as Error);
  }
}

/** Copies, because a stream asks for the next part before the last one is used up. */
async function* copies(parts: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const part of parts) yield part.slice();
}
