import { counted } from "../base/index.ts";
import type { Collected } from "./collected.ts";
import { decimalIn } from "./float-text.ts";
import type { Shape } from "./header.ts";
import { space } from "./layout.ts";
import { type Context, unreadable } from "./reading-options.ts";
import { correctLine, decimalPoint, leaveOut, singleSpaces, wholeFile } from "./remedies.ts";
import { utf8Decode } from "./utf8.ts";

/** Takes over a line: its last d fields are the numbers, what stands before them is the word. */
export function readLine(
  bytes: Uint8Array,
  line: number,
  shape: Shape,
  vectors: Collected,
  context: Context,
): void {
  const { width } = shape;
  let end = trimmedEnd(bytes);
  for (let i = width - 1; i >= 0; i--) {
    const start = lastSpace(bytes, end) + 1;
    if (start === 0) throw wrongFields(bytes, line, shape, context);
    const x = decimalIn(bytes, start, end);
    if (Number.isNaN(x)) throw noNumber(bytes, [start, end], line, context);
    vectors.data[vectors.at + i] = x;
    end = start - 1;
  }
  const word = utf8Decode(bytes.subarray(0, end), `line ${line}`, context);
  if (word === "") {
    const problem = `line ${line} must be a word and ${counted(width, "number")}, but has no word`;
    throw unreadable(context, problem, leaveOut);
  }
  if (word.split(" ").includes("")) throw wrongFields(bytes, line, shape, context);
  const last = lastSpace(bytes, end);
  const hasMore = last >= 0 && !Number.isNaN(decimalIn(bytes, last + 1, end));
  // A longer first line means a wrong d, and not a word that ends with a number.
  if (hasMore && vectors.at === 0) throw wrongFields(bytes, line, shape, context);
  vectors.add(word, `line ${line}`, { hasMore });
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

function wrongFields(bytes: Uint8Array, line: number, shape: Shape, context: Context): RangeError {
  const text = utf8Decode(bytes.subarray(0, trimmedEnd(bytes)), `line ${line}`, context);
  const numbers = counted(shape.width, "number");
  const found = text === "" ? "is blank" : `has ${counted(text.split(" ").length, "field")}`;
  return unreadable(
    context,
    `line ${line} must be a word and ${numbers}, separated by single spaces, but ${found}`,
    remedyFor(text, line, shape),
  );
}

function remedyFor(text: string, line: number, { hasHeader }: Shape): string {
  if (text === "") return "leave out blank lines: sed '/^[[:space:]]*$/d' FILE > fixed.vec";
  if (text.startsWith(" ")) return "leave out the space at the beginning: sed 's/^ *//' FILE > fixed.vec";
  if (/\t| {2}/.test(text)) return singleSpaces;
  return hasHeader ? wholeFile : correctLine(line);
}

function noNumber(
  bytes: Uint8Array,
  [start, end]: readonly [number, number],
  line: number,
  context: Context,
): RangeError {
  const text = utf8Decode(bytes, `line ${line}`, context); // a binary file is no UTF-8, and that says more
  const field = utf8Decode(bytes.subarray(start, end), `line ${line}`, context);
  return unreadable(
    context,
    `line ${line} must have finite numbers, but has ${JSON.stringify(field.slice(0, 50))}`,
    remedyForField(field, text.trimEnd()),
  );
}

function remedyForField(field: string, text: string): string {
  if (/^[-+]?\d*,\d+$/.test(field)) return decimalPoint;
  // between two spaces, or tabs beside spaces, there is a field that is no number
  return field === "" || /\t| {2}/.test(text) ? singleSpaces : leaveOut;
}
