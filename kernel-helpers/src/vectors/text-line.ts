import type { Collected } from "./collected.ts";
import { decimalIn } from "./float-text.ts";
import type { Shape } from "./header.ts";
import { type Context, unreadable } from "./reading-options.ts";
import { whole } from "./require-end.ts";
import { utf8Decode } from "./utf8.ts";

const space = 32;

/** Takes over a line: its last d fields are the numbers, what stands before them is the word. */
export function readLine(
  bytes: Uint8Array,
  line: number,
  { width }: Shape,
  vectors: Collected,
  context: Context,
): void {
  let end = trimmedEnd(bytes);
  for (let i = width - 1; i >= 0; i--) {
    const start = lastSpace(bytes, end) + 1;
    if (start === 0) throw wrongFields(bytes, line, width, context);
    const x = decimalIn(bytes, start, end);
    if (Number.isNaN(x)) throw noNumber(bytes, [start, end], line, context);
    vectors.data[vectors.at + i] = x;
    end = start - 1;
  }
  const word = utf8Decode(bytes.subarray(0, end), `line ${line}`, context);
  if (word !== "" && word.split(" ").includes("")) throw wrongFields(bytes, line, width, context);
  // A longer first line means a wrong d, and not a word that ends with a number.
  const last = lastSpace(bytes, end);
  if (vectors.at === 0 && last >= 0 && !Number.isNaN(decimalIn(bytes, last + 1, end))) {
    throw wrongFields(bytes, line, width, context);
  }
  vectors.add(word, `line ${line}`);
}

/** The end without white space: word2vec.c ends lines with a space, Windows with a carriage return. */
function trimmedEnd(bytes: Uint8Array): number {
  let end = bytes.length;
  while (end > 0 && [space, 13, 9].includes(bytes[end - 1] as number)) end--;
  return end;
}

/** The index of the last space before `end`, or -1: a typed array's own lastIndexOf is slower for a few bytes. */
function lastSpace(bytes: Uint8Array, end: number): number {
  let at = end - 1;
  while (at >= 0 && bytes[at] !== space) at--;
  return at;
}

function wrongFields(bytes: Uint8Array, line: number, width: number, context: Context): RangeError {
  const fields = utf8Decode(bytes.subarray(0, trimmedEnd(bytes)), `line ${line}`, context).split(" ");
  return unreadable(
    context,
    `line ${line} must be a word and ${width} numbers, separated by single spaces, but has ${fields.length} fields`,
    whole,
  );
}

function noNumber(
  bytes: Uint8Array,
  [start, end]: readonly [number, number],
  line: number,
  context: Context,
): RangeError {
  utf8Decode(bytes, `line ${line}`, context); // a binary file is no UTF-8, and that says more
  const field = utf8Decode(bytes.subarray(start, end), `line ${line}`, context);
  return unreadable(
    context,
    `line ${line} must have finite numbers, but has ${JSON.stringify(field.slice(0, 50))}`,
    "leave that word out, or get the whole file again",
  );
}
