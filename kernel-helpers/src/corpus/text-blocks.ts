import type { CorpusText } from "./corpus-text.ts";

const CHUNK = 1 << 18;
const NEWLINE = 10;

/**
 * The text of a file in UTF-8, in blocks of whole lines; a line of more than `longest` UTF-16 units is divided by `divide`, which
 * returns where, in units. A block is valid until the next one is asked for.
 */
export async function* textBlocks(
  parts: AsyncGenerator<Uint8Array>,
  text: CorpusText,
  longest: number,
  divide: (text: string) => number,
): AsyncGenerator<Uint8Array> {
  const block = growingBytes(); // holds the start of a line that goes on in the next chunk
  let length = 0; // UTF-16 units there
  for await (const bytes of parts) {
    for (let start = 0; start < bytes.length; start += CHUNK) {
      const next = text.next(bytes.subarray(start, start + CHUNK));
      const end = next.lastIndexOf(NEWLINE) + 1;
      if (end > 0) {
        block.add(next.subarray(0, end));
        yield block.taken();
        length = 0;
      }
      block.add(next.subarray(end));
      length += decoder.decode(next.subarray(end)).length;
      if (length <= longest) continue;
      const all = block.taken();
      const line = decoder.decode(all);
      const cut = divide(line);
      const size = encoder.encode(line.slice(0, cut)).length;
      yield all.subarray(0, size);
      block.add(all.subarray(size)); // they move within the same memory
      length -= cut;
    }
  }
  block.add(text.end());
  yield block.taken();
}

/** Bytes in memory that is used again and again. */
function growingBytes(): {
  add(bytes: Uint8Array): void;
  /** All bytes since the last call, valid until `add`. */
  taken(): Uint8Array;
} {
  let all = new Uint8Array(2 * CHUNK);
  let size = 0;
  return {
    add(bytes) {
      if (size + bytes.length > all.length) {
        const more = new Uint8Array(2 * (size + bytes.length));
        more.set(all.subarray(0, size));
        all = more;
      }
      all.set(bytes, size);
      size += bytes.length;
    },
    taken() {
      const taken = all.subarray(0, size);
      size = 0;
      return taken;
    },
  };
}

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
