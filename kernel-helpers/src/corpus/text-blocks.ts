import type { CorpusText } from "./corpus-text.ts";

const CHUNK = 1 << 18;

/** The text of a file in blocks of whole lines; a line of more than `longest` UTF-16 units is divided by `divide`. */
export async function* textBlocks(
  parts: AsyncGenerator<Uint8Array>,
  text: CorpusText,
  longest: number,
  divide: (text: string) => number,
): AsyncGenerator<string> {
  let rest: string[] = []; // of a line that goes on in the next chunk
  let length = 0;
  for await (const bytes of parts) {
    for (let start = 0; start < bytes.length; start += CHUNK) {
      const next = text.next(bytes.subarray(start, start + CHUNK));
      const lines = next.lastIndexOf("\n") + 1;
      const end = lines > 0 || length + next.length <= longest ? lines : divide(next);
      if (end > 0) {
        yield rest.join("") + next.slice(0, end);
        [rest, length] = [[], 0];
      }
      rest.push(next.slice(end));
      length += next.length - end;
    }
  }
  yield rest.join("") + text.end();
}

/** Where a text may be divided: behind its last white space, or at its end if it has none. */
export function lastSpace(text: string): number {
  return Math.max(text.lastIndexOf(" "), text.lastIndexOf("\u3000")) + 1 || text.length;
}
