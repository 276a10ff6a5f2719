import type { IncomingMessage } from "node:http";
import { Refused } from "./refused.ts";

/** What the client still sends is not read, so the connection ends with the answer. */
const CLOSE = { connection: "close" };

/**
 * The JSON that a request brings, of `most` bytes at most; the rest of a longer one is not read. Throws Refused for another type, a compressed text, too many
 * bytes, bytes that are not UTF-8 and text that is not JSON, and Error if the client gives up.
 */
export async function readJson(request: IncomingMessage, most: number): Promise<unknown> {
  const action = "Cannot read the request";
  const { "content-type": type = "", "content-encoding": encoding = "identity" } = request.headers;
  if (!/^application\/json\s*(?:;\s*charset="?utf-8"?\s*)?$/i.test(type)) {
    throw new Refused(
      415,
      `${action} as its Content-Type must be application/json, in UTF-8: it is "${shown(type)}"`,
      CLOSE,
    );
  }
  if (encoding.toLowerCase() !== "identity")
    throw new Refused(
      415,
      `${action} as it must not be compressed: its Content-Encoding is "${shown(encoding)}"`,
      CLOSE,
    );
  const tooLong = new Refused(413, `${action} as it must have at most ${most} bytes: it has more`, CLOSE);
  if (Number(request.headers["content-length"] ?? 0) > most) throw tooLong;
  const bytes = await bytesOf(request, most, tooLong);
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    const want = error instanceof SyntaxError ? 'JSON, such as {"question": "…"}' : "UTF-8";
    throw new Refused(400, `${action} as it must be ${want}: it is not`);
  }
}

/** All bytes of a request, or the error `tooLong` as soon as there are more than `most`. A loop over the request would close the connection before it is answered. */
function bytesOf(request: IncomingMessage, most: number, tooLong: Refused): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const parts: Uint8Array[] = [];
    let bytes = 0;
    request.on("data", (part: Uint8Array) => {
      bytes += part.length;
      if (bytes <= most) parts.push(part);
      else {
        request.pause();
        reject(tooLong);
      }
    });
    request.once("end", () => resolve(Buffer.concat(parts)));
    request.once("error", reject);
    request.once("close", () => reject(new Error("The client gave up"))); // after the end this changes nothing
  });
}

/** The beginning of a header, without what a terminal or a log would obey. */
function shown(text: string): string {
  return text.slice(0, 80).replace(/[^\x20-\x7e]/g, "?");
}
