import { joined } from "../base/index.ts";
import type { CorpusText } from "./corpus-text.ts";

const CHUNK = 1 << 18;
const NEWLINE = 10;

/**
 * The text of a file in UTF-8, in blocks of whole lines; a line of more than `longest` UTF-16 units is divided by `divide`, which
 * returns where, in units. The blocks are new memory.
 */
export async function* textBlocks(
  parts: AsyncGenerator<Uint8Array>,
  text: CorpusText,
  longest: number,
  divide: (text: string) => number,
): AsyncGenerator<Uint8Array> {
  let rest: Uint8Array[] = []; // of a line that goes on in the next chunk
  let length = 0; // its UTF-16 units
  for await (const bytes of parts) {
    for (let start = 0; start < bytes.length; start += CHUNK) {
      const next = text.next(bytes.subarray(start, start + CHUNK));
      let end = next.lastIndexOf(NEWLINE) + 1;
      if (end === 0 && length + unitsOf(next) > longest) end = divided(next, divide);
      if (end > 0) {
        yield joined([...rest, next.subarray(0, end)]);
        [rest, length] = [[], 0];
      }
      rest.push(next.slice(end));
      length += unitsOf(next.subarray(end));
    }
  }
  yield joined([...rest, text.end()]);
}

/** UTF-16 units of a text in UTF-8: two for a character of four bytes, otherwise one. */
function unitsOf(text: Uint8Array): number {
  let units = 0;
  for (const byte of text) units += (byte & 0xc0) === 0x80 ? 0 : byte < 0xf0 ? 1 : 2;
  return units;
}

function divided(text: Uint8Array, divide: (text: string) => number): number {
  const whole = decoder.decode(text);
  return encoder.encode(whole.slice(0, divide(whole))).length;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** Where a text may be divided: behind its last white space, or at its end if it has none. */
export function lastSpace(text: string): number {
  return Math.max(text.lastIndexOf(" "), text.lastIndexOf("\u3000")) + 1 || text.length;
}
