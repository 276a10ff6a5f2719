import { type ByteSource, counted, type Piece, type Reading } from "../base/index.ts";
import { collected } from "./collected.ts";
import { numbersAtEnd } from "./float-text.ts";
import { firstLine, noHeader, requireHoldable, requireRoom, type Shape, shapeOf } from "./header.ts";
import { longestWord, newline } from "./layout.ts";
import { type Context, unreadable } from "./reading-options.ts";
import { correctLine, decimalPoint, singleSpaces, wholeFile } from "./remedies.ts";
import { requireEnd } from "./require-end.ts";
import { readLine } from "./text-line.ts";
import { utf8Encode } from "./utf8.ts";
import type { WordVectors } from "./word-vectors.ts";

const longestNumber = 64; // bytes
const STEP = 1 << 16; // bytes

/** The shape of a file in the text format. Without a first line "V d" its lines are counted, as gensim does. */
export function* textShape(source: ByteSource, context: Context): Reading<Shape> {
  const line = yield* firstLine(source, context, "vec");
  const announced = shapeOf(line, context);
  if (announced) {
    const { rows, width } = announced;
    const left = source.size - source.position();
    requireRoom(announced, rows * (width * 2 + 2) - 1, left, context); // a letter, d times " 1", a line end
    return announced;
  }
  const width = numbersAtEnd(line);
  if (width < 2) throw noHeader(context, `is ${JSON.stringify(line.slice(0, 50))}`, remedyFor(line));
  const { rows, isCut } = yield* countLines(source, context.limit);
  requireHoldable(rows, context);
  return { rows, width, isCut, hasHeader: false };
}

/** What helps if a first line has neither the shape nor numbers. */
function remedyFor(line: string): string {
  if (/\t| {2}/.test(line)) return singleSpaces;
  if (/ [-+]?\d+,\d+( |$)/.test(line)) return decimalPoint;
  return (
    "a file that word2vec, gensim or w2v train wrote; without that line, a word and at least 2 numbers, " +
    "separated by single spaces"
  );
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
  const line = yield* firstLine(source, context, "vec");
  const vectors = collected(shape, context);
  if (!shape.hasHeader) readLine(utf8Encode(line), 1, shape, vectors, context);
  for (let id = shape.hasHeader ? 0 : 1; id < shape.rows; id++) {
    const number = id + (shape.hasHeader ? 2 : 1);
    const piece = yield* source.until(newline, longestWord + shape.width * longestNumber);
    readLine(wholeLine(piece, number, shape, context), number, shape, vectors, context);
  }
  if (!shape.isCut) yield* requireEnd(source, shape.rows, context);
  return vectors.finish();
}

function wholeLine(
  { bytes, end }: Piece,
  line: number,
  { rows, width, hasHeader }: Shape,
  context: Context,
): Uint8Array {
  if (end === "long") {
    const problem = `line ${line} is too long for a word and ${counted(width, "number")}`;
    throw unreadable(context, problem, hasHeader ? wholeFile : correctLine(line));
  }
  if (end === "file" && bytes.length === 0) {
    const problem = `line 1 announces ${counted(rows, "word")}, but the file ends at line ${line}`;
    throw unreadable(context, problem, wholeFile);
  }
  return bytes;
}
