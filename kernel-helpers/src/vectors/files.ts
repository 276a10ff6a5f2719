import { host } from "#host";
import { type ByteSource, type Reading, readParts, unpackByEnding } from "../base/index.ts";
import type { FileParts } from "../host/index.ts";
import { binaryShape, binaryWords, word2vecBinaryPieces } from "./binary-format.ts";
import type { Shape } from "./header.ts";
import { type Context, contextOf, type VectorsOptions } from "./reading-options.ts";
import { word2vecTextPieces } from "./text-format.ts";
import { textShape, textWords } from "./text-reading.ts";
import type { WordVectors } from "./word-vectors.ts";

interface Format {
  readonly pieces: (vectors: WordVectors) => Iterable<Uint8Array>;
  readonly shape: (source: ByteSource, context: Context) => Reading<Shape>;
  readonly words: (source: ByteSource, shape: Shape, context: Context) => Reading<WordVectors>;
}

const text: Format = { pieces: word2vecTextPieces, shape: textShape, words: textWords };
const binary: Format = { pieces: word2vecBinaryPieces, shape: binaryShape, words: binaryWords };
const formats: ReadonlyMap<string, Format> = new Map([
  ["vec", text],
  ["txt", text],
  ["bin", binary],
]);

/**
 * Writes word vectors in the format given by the path's ending: .vec and .txt text, .bin binary (both word2vec.c's). It takes a
 * megabyte or two of memory, however many they are.
 */
export async function saveVectors(path: string, vectors: WordVectors): Promise<void> {
  await host.write(path, writtenFormatOf(path).pieces(vectors));
}

/**
 * Reads word vectors in the format given by the path's ending. The file is read in parts: memory holds little more than
 * the vectors, also of a file of many GiB. Throws RangeError for another ending, and for a file that is damaged,
 * with the line or the byte; Error if it cannot be opened.
 */
export async function loadVectors(path: string, options: VectorsOptions = {}): Promise<WordVectors> {
  readFormatOf(path);
  return readVectors(await host.open(path), path, options);
}

/** Reads word vectors from the parts of a file; the ending of `path` gives the format. */
export async function readVectors(
  file: FileParts,
  path: string,
  options: VectorsOptions,
): Promise<WordVectors> {
  const format = readFormatOf(path);
  const context = contextOf(options, ` from ${path}`);
  const shape = await readParts(file.size, file.parts(), (source) => format.shape(source, context));
  return readParts(file.size, file.parts(), (source) => format.words(source, shape, context));
}

/** Throws RangeError unless `path` has an ending that can be written: call it before long work. */
export function requireVectorsPath(path: string): void {
  writtenFormatOf(path);
}

function writtenFormatOf(path: string): Format {
  const format = formatOf(path);
  if (format) return format;
  throw new RangeError(
    `Cannot write word vectors to "${path}": its name must end in .vec, .txt or .bin. ` +
      "Remedy: .vec or .txt for text, .bin for word2vec.c's binary format",
  );
}

function readFormatOf(path: string): Format {
  const format = formatOf(path);
  if (format) return format;
  const unpack = unpackByEnding(path, (inside) => formatOf(inside) !== undefined);
  throw new RangeError(
    `Cannot read word vectors from "${path}": ` +
      (unpack === undefined
        ? "its name must end in .vec, .txt or .bin. Remedy: rename it: .vec or .txt for text, .bin for word2vec.c's binary format"
        : `it is compressed. Remedy: ${unpack}`),
  );
}

function formatOf(path: string): Format | undefined {
  return formats.get(path.slice(path.lastIndexOf(".") + 1).toLowerCase());
}
