import { joined } from "./joined.ts";

/**
 * Work on bytes that arrive in parts: a generator that yields when it needs the next part, and gets it from `next(part)`,
 * or undefined after the last one. `readBytes` runs it on bytes in memory, `readParts` on the parts of a file.
 */
export type Reading<Result> = Generator<undefined, Result, Uint8Array | undefined>;

/** Bytes up to a certain byte. */
export interface Piece {
  /** The bytes before it. They are valid until the next part is asked for. */
  readonly bytes: Uint8Array;
  /** Why the piece ends: the byte was found, the file ends, or the piece is longer than permitted. */
  readonly end: "found" | "file" | "long";
}

/** The bytes of a file, of which at most one part and one unfinished piece are in memory. */
export interface ByteSource {
  /** Bytes in the whole file. */
  readonly size: number;
  /** Offset in the file of the next byte. */
  position(): number;
  /** The bytes before the next `byte`, which is passed too; at most `longest`. */
  until(byte: number, longest: number): Reading<Piece>;
  /** The next `count` bytes, fewer at the end of the file. They are valid until the next part is asked for. */
  take(count: number): Reading<Uint8Array>;
}

/** A source of `size` bytes, all of which will come from the one who runs the reading. */
function byteSource(size: number): ByteSource {
  let part: Uint8Array = new Uint8Array();
  let start = 0; // of what is not read yet
  let offset = 0; // of the part in the file
  let ended = false;

  /** Adds the next part behind what is not read yet; false after the last one. */
  function* more(): Reading<boolean> {
    if (ended) return false;
    const rest = part.slice(start); // a copy, because the memory of the part is used again
    const next = yield;
    offset += start;
    start = 0;
    ended = next === undefined;
    part = next === undefined ? rest : rest.length === 0 ? next : joined([rest, next]);
    return !ended;
  }

  return {
    size,
    position: () => offset + start,
    *until(byte, longest) {
      for (let looked = 0; ; ) {
        const found = part.indexOf(byte, start + looked);
        looked = (found < 0 ? part.length : found) - start;
        if (looked > longest) return { bytes: part.subarray(start, start + longest), end: "long" };
        if (found < 0 && (yield* more())) continue;
        const bytes = part.subarray(start, start + looked);
        start += found < 0 ? looked : looked + 1;
        return { bytes, end: found < 0 ? "file" : "found" };
      }
    },
    *take(count) {
      while (part.length - start < count && (yield* more()));
      const bytes = part.subarray(start, start + count);
      start += bytes.length;
      return bytes;
    },
  };
}

/** The result of a reading of bytes in memory. */
export function readBytes<Result>(bytes: Uint8Array, read: (source: ByteSource) => Reading<Result>): Result {
  const reading = read(byteSource(bytes.length));
  let step = reading.next();
  for (let next: Uint8Array | undefined = bytes; !step.done; next = undefined) step = reading.next(next);
  return step.value;
}

/** The result of a reading of a file of `size` bytes; asks for no part that it does not need. */
export async function readParts<Result>(
  size: number,
  parts: AsyncGenerator<Uint8Array>,
  read: (source: ByteSource) => Reading<Result>,
): Promise<Result> {
  const reading = read(byteSource(size));
  try {
    for (let step = reading.next(); ; ) {
      if (step.done) return step.value;
      const next = await parts.next();
      step = reading.next(next.done ? undefined : next.value);
    }
  } finally {
    await parts.return(undefined); // closes the file
  }
}
