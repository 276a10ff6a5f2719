import type { ByteSource, Piece, Reading } from "../base/index.ts";
import { collected } from "./collected.ts";
import { numberIn } from "./float-text.ts";
import { firstLine, noHeader, requireHoldable, requireRoom, type Shape, shapeOf } from "./header.ts";
import { type Context, unreadable } from "./reading-options.ts";
import { requireEnd, whole } from "./require-end.ts";
import { readLine } from "./text-line.ts";
import { utf8Encode } from "./utf8.ts";
import type { WordVectors } from "./word-vectors.ts";

const newline = 10;
const longestWord = 2 ** 16; // bytes
const longestNumber = 64; // bytes
const STEP = 1 << 16; // bytes

/** The shape of a file in the text format. Without a first line "V d" its lines are counted, as gensim does. */
export function* textShape(source: ByteSource, context: Context): Reading<Shape> {
  const line = yield* firstLine(source, context);
  const announced = shapeOf(line, context);
  if (announced) {
    const { rows, width } = announced;
    requireRoom(announced, rows * (width * 2 + 2) - 1, source, context); // a letter, d times " 1", a line end
    return announced;
  }
  const width = numbersAtEnd(line.split(" "));
  if (width < 2) {
    throw noHeader(
      context,
      `is ${JSON.stringify(line.slice(0, 50))}`,
      "a file that word2vec, gensim or w2v train wrote; without that line, a word and at least 2 numbers, " +
        "separated by single spaces",
    );
  }
  const { rows, isCut } = yield* countLines(source, context.limit);
  requireHoldable(rows, context);
  return { rows, width, isCut, hasHeader: false };
}

/** How many fields at the end are numbers; the first one is always part of the word. */
function numbersAtEnd(fields: readonly string[]): number {
  let width = 0;
  while (width < fields.length - 1 && !Number.isNaN(numberIn(fields[fields.length - 1 - width] as string)))
    width++;
  return width;
}

/** The number of lines up to the last one that is not blank, the first line included; at most `limit`. */
function* countLines(source: ByteSource, limit: number): Reading<{ rows: number; isCut: boolean }> {
  let [rows, line] = [1, 2];
  for (;;) {
    const bytes = yield* source.take(STEP);
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at];
      if (byte === newline) line++;
      else if (byte !== 32 && byte !== 13 && byte !== 9) {
        if (line > limit) return { rows: limit, isCut: true };
        rows = line;
      }
    }
    if (bytes.length < STEP) return { rows, isCut: false };
  }
}

/** The words of a file in the text format. */
export function* textWords(source: ByteSource, shape: Shape, context: Context): Reading<WordVectors> {
  const line = yield* firstLine(source, context);
  const vectors = collected(shape, context);
  if (!shape.hasHeader) readLine(utf8Encode(line), 1, shape, vectors, context);
  for (let id = shape.hasHeader ? 0 : 1; id < shape.rows; id++) {
    const number = id + (shape.hasHeader ? 2 : 1);
    const piece = yield* source.until(newline, longestWord + shape.width * longestNumber);
    readLine(wholeLine(piece, number, shape, context), number, shape, vectors, context);
  }
  if (!shape.isCut) yield* requireEnd(source, `${shape.rows} words`, context);
  return vectors.finish();
}

function wholeLine(
  { bytes, end }: Piece,
  line: number,
  { rows, width }: Shape,
  context: Context,
): Uint8Array {
  if (end === "long") {
    throw unreadable(context, `line ${line} is too long for a word and ${width} numbers`, whole);
  }
  if (end === "file" && bytes.length === 0) {
    throw unreadable(context, `line 1 announces ${rows} words, but the file ends at line ${line}`, whole);
  }
  return bytes;
}
