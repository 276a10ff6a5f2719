import { host } from "#host";
import { joined, unpackByStart } from "../base/index.ts";

const LONGEST_MAGIC = 7; // bytes by which a compressed file is recognised

/**
 * The bytes of a file, unpacked if they begin as gzip's do, whatever its name. Throws Error for the other ways to compress,
 * with the program that unpacks them, and for a name in .gz without gzip data.
 */
export async function* unpacked(name: string, parts: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    const { start, all } = await peeked(parts);
    if (start[0] === 0x1f && start[1] === 0x8b) return yield* host.gunzip(name, all);
    const unpack = unpackByStart(start, "txt");
    if (unpack !== undefined) throw unreadable(name, "it is compressed", unpack.replace("FILE", name));
    if (/\.gz$/i.test(name) && start.length > 0) {
      throw unreadable(name, "its name ends in .gz, but it does not begin as gzip's files do", "rename it");
    }
    yield* all;
  } finally {
    await parts.return(undefined); // closes the file
  }
}

function unreadable(name: string, problem: string, remedy: string): Error {
  return new Error(`Cannot read the corpus ${name}: ${problem}. Remedy: ${remedy}`);
}

/** The first bytes of a file, and the whole file again. */
async function peeked(
  parts: AsyncGenerator<Uint8Array>,
): Promise<{ readonly start: Uint8Array; readonly all: AsyncGenerator<Uint8Array> }> {
  let start: Uint8Array = new Uint8Array();
  while (start.length < LONGEST_MAGIC) {
    const { done, value } = await parts.next();
    if (done) break;
    start = joined([start, value]);
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    if (start.length > 0) yield start;
    yield* parts;
  }
  return { start, all: all() };
}
