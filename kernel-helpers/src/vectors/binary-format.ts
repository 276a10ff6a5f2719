import { type ByteSource, counted, joined, type Reading, readBytes } from "../base/index.ts";
import { type Collected, collected } from "./collected.ts";
import { numbersAtEnd } from "./float-text.ts";
import { firstLine, noHeader, requireRoom, type Shape, shapeOf } from "./header.ts";
import { longestWord, newline, space } from "./layout.ts";
import { type Context, contextOf, unreadable, type VectorsOptions } from "./reading-options.ts";
import { wholeFile } from "./remedies.ts";
import { requireEnd } from "./require-end.ts";
import { requireRepresentable } from "./require-representable.ts";
import { utf8Decode, utf8Encode } from "./utf8.ts";
import type { WordVectors } from "./word-vectors.ts";

const asText = "name the file .vec or .txt";
const PARTS = 3 << 10; // of a thousand words
const looked = 1 << 10; // bytes of the first vector that tell whether it is text

/**
 * The binary format of word2vec.c, which gensim reads: a line "V d", then for each word its name, a space,
 * d float32 numbers (little-endian) and a line end. Throws RangeError for a word with a space, and for a number that is
 * not finite.
 */
export function encodeWord2vecBinary(vectors: WordVectors): Uint8Array {
  return joined([...word2vecBinaryPieces(vectors)]);
}

/** The same bytes in pieces. */
export function word2vecBinaryPieces(vectors: WordVectors): Iterable<Uint8Array> {
  requireRepresentable(vectors);
  return pieces(vectors);
}

function* pieces({ words, table }: WordVectors): Generator<Uint8Array> {
  let parts = [utf8Encode(`${table.rows} ${table.width}\n`)];
  const lineEnd = new Uint8Array([newline]);
  for (const [id, word] of words.entries()) {
    const v = table.data.subarray(id * table.width, (id + 1) * table.width); // (d)
    parts.push(utf8Encode(`${word} `), new Uint8Array(v.buffer, v.byteOffset, v.byteLength), lineEnd);
    if (parts.length < PARTS) continue;
    yield joined(parts);
    parts = [];
  }
  yield joined(parts);
}

/**
 * Reads the binary format of word2vec.c, with a line end after each vector (word2vec.c) or without (gensim). A word that
 * occurs twice counts once, with a warning. Throws RangeError with the place of the first wrong byte.
 */
export function decodeWord2vecBinary(bytes: Uint8Array, options: VectorsOptions = {}): WordVectors {
  const context = contextOf(options);
  const shape = readBytes(bytes, (source) => binaryShape(source, context));
  return readBytes(bytes, (source) => binaryWords(source, shape, context));
}

/** The shape of a file in the binary format. */
export function* binaryShape(source: ByteSource, context: Context): Reading<Shape> {
  const line = yield* firstLine(source, context, "bin");
  const shape = shapeOf(line, context);
  if (!shape) {
    const isText = numbersAtEnd(line) >= 2; // as GloVe's
    throw noHeader(context, `is ${JSON.stringify(line.slice(0, 50))}`, isText ? asText : undefined);
  }
  const left = source.size - source.position();
  yield* requireNoText(source, shape, context); // a text has less bytes, and that says less
  requireRoom(shape, shape.rows * (shape.width * 4 + 2), left, context); // a letter and a space for each word
  return shape;
}

/** Throws RangeError if the numbers of the first word are written as text: up to a line end, or a long piece of it. */
function* requireNoText(source: ByteSource, { rows, width }: Shape, context: Context): Reading<void> {
  const place = `word 0 at byte ${source.position()}`;
  const { end } = yield* source.until(space, longestWord);
  if (rows === 0 || end !== "found") return;
  const line = yield* source.until(newline, looked);
  const isText =
    line.end === "long"
      ? line.bytes.every(isOfText)
      : numbersAtEnd(`word ${new TextDecoder("latin1").decode(line.bytes).trimEnd()}`) === width;
  if (isText) throw unreadable(context, `${place} has its numbers as text`, asText);
}

/** The words of a file in the binary format. */
export function* binaryWords(source: ByteSource, shape: Shape, context: Context): Reading<WordVectors> {
  yield* firstLine(source, context, "bin");
  const vectors = collected(shape, context);
  const target = new Uint8Array(vectors.data.buffer);
  for (let id = 0; id < shape.rows; id++) yield* readWord(source, id, shape, vectors, target, context);
  if (!shape.isCut) yield* requireEnd(source, shape.rows, context);
  return vectors.finish();
}

function* readWord(
  source: ByteSource,
  id: number,
  { width }: Shape,
  vectors: Collected,
  target: Uint8Array,
  context: Context,
): Reading<void> {
  const place = `word ${id} at byte ${source.position()}`;
  const { bytes, end } = yield* source.until(space, longestWord);
  if (end !== "found") {
    const problem = end === "file" ? "the file ends" : `no space follows in ${longestWord} bytes`;
    throw unreadable(context, `${place} must be followed by a space, but ${problem}`, wholeFile);
  }
  let start = 0;
  while (bytes[start] === newline) start++; // word2vec.c's line end after the vector before
  const word = utf8Decode(bytes.subarray(start), place, context);
  const numbers = yield* source.take(width * 4);
  if (numbers.length < width * 4) {
    const left = Math.floor(numbers.length / 4);
    throw unreadable(
      context,
      `${place} must have ${counted(width, "number")}, but the file ends at byte ${source.position()}, after ${left}`,
      wholeFile,
    );
  }
  target.set(numbers, vectors.at * 4); // a copy: the numbers may start at any byte
  vectors.add(word, place);
}

/** Whether a byte occurs in numbers that are written as text: many in a row are hardly ever float32. */
function isOfText(byte: number): boolean {
  return byte === space || (byte >= 43 && byte <= 57) || byte === 101; // + , - . / 0 to 9, e
}
