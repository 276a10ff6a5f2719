import { joined, optionName } from "../base/index.ts";
import { wholeCharacters } from "./utf8-check.ts";

/** What to do with bytes that are not UTF-8: throw, or put U+FFFD in their place. */
export type EncodingErrors = "strict" | "replace";

/** Takes the bytes of a corpus part by part, and gives bytes that are UTF-8. */
export interface CorpusText {
  /**
   * The next bytes, as whole characters; one whose bytes are not all there yet comes with the next ones. They may lie in
   * `bytes` itself.
   */
  next(bytes: Uint8Array): Uint8Array;
  /** What is left at the end: U+FFFD for half a character with "replace", otherwise nothing. */
  end(): Uint8Array;
}

const MARK = [0xef, 0xbb, 0xbf]; // the byte order mark U+FEFF
const encoder = new TextEncoder();

/**
 * Checks the corpus `source`, and leaves out a byte order mark at its start. Throws Error, with the offset of the byte, for bytes
 * that are not UTF-8 and an end inside a character, unless `encodingErrors` is "replace"; and for a zero byte always, since
 * UTF-16 and programs have them.
 */
export function corpusText(source: string, encodingErrors: EncodingErrors): CorpusText {
  const fatal = encodingErrors === "strict";
  let offset = 0;
  let open: Uint8Array = new Uint8Array(); // the first bytes of a character that goes on
  let isStart = true;

  function withoutMark(text: Uint8Array): Uint8Array {
    if (!isStart || text.length === 0) return text;
    isStart = false;
    return MARK.every((byte, i) => text[i] === byte) ? text.subarray(MARK.length) : text;
  }

  return {
    next(bytes) {
      const all = open.length === 0 ? bytes : joined([open, bytes]);
      const whole = wholeCharacters(all);
      if (whole < 0) {
        requireNoZero(source, bytes, offset);
        if (fatal) {
          const at = offset - open.length + firstWrong(all);
          throw unreadable(
            source,
            `it is not UTF-8 at byte ${at}`,
            `convert it, for example with iconv, ${or()}`,
          );
        }
      }
      offset += bytes.length;
      open = whole < 0 ? unfinished(all.subarray(-3)) : all.slice(whole);
      return withoutMark(whole < 0 ? repaired(all) : all.subarray(0, whole));
    },
    end() {
      if (open.length === 0) return open;
      if (!fatal) return encoder.encode("\ufffd");
      throw unreadable(
        source,
        `it ends inside a character, at byte ${offset - open.length}`,
        `get the whole file again, ${or()}`,
      );
    },
  };
}

function requireNoZero(source: string, bytes: Uint8Array, offset: number): void {
  const zero = bytes.indexOf(0);
  if (zero < 0) return;
  const at = offset + zero;
  const order = at % 2 === 0 ? "BE" : "LE"; // of the two bytes of a Latin letter, the one that is zero
  throw unreadable(
    source,
    `byte ${at} is zero, as in UTF-16`,
    `convert it: iconv -f UTF-16${order} -t UTF-8`,
  );
}

/** Bytes with U+FFFD in place of what is not UTF-8, without the character that is cut off at the end. */
function repaired(bytes: Uint8Array): Uint8Array {
  return encoder.encode(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes, { stream: true }));
}

/** The bytes at the end of `bytes` that begin a character and do not end it: at most 3. */
function unfinished(bytes: Uint8Array): Uint8Array {
  let start = bytes.length - 1;
  while (start > 0 && (bytes[start] as number) < 0xc0) start--; // to the first byte of a character of several
  return begun(bytes.subarray(start)) === "" ? bytes.slice(start) : new Uint8Array();
}

/** The index of the first byte of the first character that is none, found by halving. */
function firstWrong(bytes: Uint8Array): number {
  let [good, bad] = [0, bytes.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (begun(bytes.subarray(0, middle)) === undefined) bad = middle;
    else good = middle;
  }
  return good - unfinished(bytes.subarray(Math.max(0, good - 3), good)).length;
}

/** The text of bytes that may end inside a character; undefined if they cannot become UTF-8. */
function begun(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
}

const or = (): string => `or read it with ${optionName("encodingErrors")} "replace"`;

function unreadable(source: string, problem: string, remedy: string): Error {
  return new Error(`Cannot read the corpus ${source}: ${problem}. Remedy: ${remedy}`);
}
