import { gunzipError } from "./gunzip-error.ts";

const SLICE = 1 << 12; // packed bytes unpacked at once: 4 MB, if they become a thousand times as much

/**
 * Unpacks the parts of a gzip file of one or several members, see `Host.gunzip`. As in Node, a zero byte behind a member
 * ends the file. The browser's own DecompressionStream takes what follows the first member for damage.
 */
export async function* gunzip(path: string, parts: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  const { Inflate, Z_BUF_ERROR } = await import("./inflate.browser.ts");
  let unpacked: Uint8Array[] = [];
  const begin = () => {
    const inflate = new Inflate({ windowBits: 31 }); // 15 + 16: gzip alone
    inflate.onData = (part) => void unpacked.push(part);
    return inflate;
  };
  let inflate = begin();
  /** Unpacks a slice, with the members that begin in it; an empty one asks whether the data may end here. */
  function unpack(slice: Uint8Array): Uint8Array[] {
    unpacked = [];
    inflate.push(slice, slice.length === 0);
    if (inflate.err === 0) return unpacked;
    throw gunzipError(path, inflate.err === Z_BUF_ERROR, new Error(inflate.msg));
  }
  try {
    for await (const part of parts) {
      for (let at = 0; at < part.length; at += SLICE) {
        if (inflate.ended && part[at] === 0) return;
        if (inflate.ended) inflate = begin();
        yield* unpack(part.subarray(at, at + SLICE));
      }
    }
    if (!inflate.ended) yield* unpack(new Uint8Array());
  } finally {
    await parts.return(undefined); // closes the file if no more of it is wanted
  }
}
