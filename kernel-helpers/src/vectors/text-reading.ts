import type { ByteSource, Piece, Reading } from "../base/index.ts";
import { type Collected, collected } from "./collected.ts";
import { numberIn } from "./float-text.ts";
import { firstLine, noHeader, requireHoldable, requireRoom, type Shape, shapeOf } from "./header.ts";
import { type Context, unreadable } from "./reading-options.ts";
import { requireEnd, whole } from "./require-end.ts";
import { utf8Decode } from "./utf8.ts";
import type { WordVectors } from "./word-vectors.ts";

const newline = 10;
const longestWord = 2 ** 16; // bytes
const longestNumber = 64; // bytes

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
  let rows = 1;
  for (let line = 2; ; line++) {
    const piece = yield* source.until(newline, Number.POSITIVE_INFINITY);
    if (!isBlank(piece)) {
      if (line > limit) return { rows: limit, isCut: true };
      rows = line;
    }
    if (piece.end === "file") return { rows, isCut: false };
  }
}

/** The words of a file in the text format. */
export function* textWords(source: ByteSource, shape: Shape, context: Context): Reading<WordVectors> {
  const line = yield* firstLine(source, context);
  const vectors = collected(shape, context);
  const fields = line.split(" ");
  if (!shape.hasHeader) readLine(fields, 1, shape, vectors, context);
  for (let id = shape.hasHeader ? 0 : 1; id < shape.rows; id++) {
    const number = id + (shape.hasHeader ? 2 : 1);
    const piece = yield* source.until(newline, longestWord + shape.width * longestNumber);
    readLine(fieldsOf(piece, number, shape, context), number, shape, vectors, context);
  }
  if (!shape.isCut) yield* requireEnd(source, `${shape.rows} words`, context);
  return vectors.finish();
}

function fieldsOf({ bytes, end }: Piece, line: number, { rows, width }: Shape, context: Context): string[] {
  if (end === "long") {
    throw unreadable(context, `line ${line} is too long for a word and ${width} numbers`, whole);
  }
  if (end === "file" && bytes.length === 0) {
    throw unreadable(context, `line 1 announces ${rows} words, but the file ends at line ${line}`, whole);
  }
  return utf8Decode(bytes, `line ${line}`, context)
    .replace(/[ \r\t]+$/, "") // word2vec.c ends lines with a space, Windows with a carriage return
    .split(" ");
}

/** The last d fields are the numbers, those before are the word. */
function readLine(
  fields: string[],
  line: number,
  { width }: Shape,
  vectors: Collected,
  context: Context,
): void {
  const start = fields.length - width; // of the numbers
  // A longer first line means a wrong d, and not a word that ends with a number.
  const isTooLong = vectors.at === 0 && start > 1 && !Number.isNaN(numberIn(fields[start - 1] as string));
  if (start < 1 || isTooLong || fields.slice(0, start).includes("")) {
    const found = isTooLong ? "it has more numbers" : `it has ${fields.length} fields`;
    throw unreadable(
      context,
      `line ${line} must be a word and ${width} numbers, separated by single spaces, but ${found}`,
      whole,
    );
  }
  for (let i = 0; i < width; i++) {
    const x = numberIn(fields[start + i] as string);
    if (Number.isNaN(x)) throw noNumber(fields[start + i] as string, line, context);
    vectors.data[vectors.at + i] = x;
  }
  vectors.add(start === 1 ? (fields[0] as string) : fields.slice(0, start).join(" "), `line ${line}`);
}

function noNumber(field: string, line: number, context: Context): RangeError {
  return unreadable(
    context,
    `line ${line} must have finite numbers, but has ${JSON.stringify(field.slice(0, 50))}`,
    "leave that word out, or get the whole file again",
  );
}

function isBlank({ bytes }: Piece): boolean {
  return bytes.every((byte) => byte === 32 || byte === 13 || byte === 9);
}
