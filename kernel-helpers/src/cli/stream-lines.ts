import { joined } from "../base/index.ts";

/** A line of a stream: its text, or what keeps it from being one. */
export type StreamLine =
  | { readonly line: number; readonly text: string; readonly bytes: Uint8Array }
  | { readonly line: number; readonly problem: string; readonly remedy: string; readonly bytes: Uint8Array };

/** Bytes of the longest line that is kept. */
const LONGEST = 1_000_000;
const NEWLINE = 10;
const GZIP = [0x1f, 0x8b];
const UTF16 = [
  [0xff, 0xfe],
  [0xfe, 0xff],
];

/**
 * The lines of a stream as they come, numbered from 1; an empty one is left out. A line that is not UTF-8, has a NUL character, or is longer than a megabyte is given with its problem and, but for
 * what is beyond the megabyte, with its bytes: no line is lost, and the next one is read. Throws Error for gzip and for the mark of UTF-16, whose lines are others.
 */
export async function* streamLines(parts: AsyncIterable<Uint8Array>): AsyncGenerator<StreamLine> {
  let open: Uint8Array[] = []; // the start of a line whose end has not come
  let size = 0;
  let line = 0;
  let isStart = true;
  const end = (): StreamLine | undefined => {
    const bytes = joined(open);
    const length = size;
    [open, size] = [[], 0];
    return lineOf(bytes, ++line, length);
  };
  for await (const part of parts) {
    if (isStart) requireText(part);
    isStart = false;
    for (let from = 0; from < part.length; ) {
      const found = part.indexOf(NEWLINE, from);
      const piece = part.subarray(from, found < 0 ? part.length : found);
      if (size < LONGEST) open.push(piece.slice(0, LONGEST - size)); // a copy: the part's memory is used again
      size += piece.length;
      if (found < 0) break;
      const ended = end();
      if (ended) yield ended;
      from = found + 1;
    }
  }
  if (size === 0) return;
  const last = end();
  if (last) yield last;
}

function lineOf(bytes: Uint8Array, line: number, length: number): StreamLine | undefined {
  if (length > LONGEST) {
    const problem = `it has ${length.toLocaleString("en")} bytes, and ${LONGEST.toLocaleString("en")} is the most`;
    return { line, problem, remedy: "one message on each line", bytes };
  }
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: line > 1 }).decode(bytes).trim();
    if (text.includes("\0")) {
      const problem = "it has a NUL character, as in UTF-16";
      return { line, problem, remedy: "iconv -f UTF-16LE -t UTF-8 FILE, or UTF-16BE", bytes };
    }
    return text === "" ? undefined : { line, text, bytes };
  } catch {
    return { line, problem: "it is not UTF-8", remedy: "convert it, for example with iconv", bytes };
  }
}

function requireText(part: Uint8Array): void {
  const begins = (bytes: readonly number[]): boolean => bytes.every((byte, i) => part[i] === byte);
  if (begins(GZIP))
    throw new Error("Cannot watch the stream: it is compressed. Remedy: gunzip -c FILE | w2v monitor -");
  if (UTF16.some(begins)) {
    throw new Error(
      "Cannot watch the stream: it is UTF-16. Remedy: iconv -f UTF-16 -t UTF-8 FILE | w2v monitor -",
    );
  }
}
