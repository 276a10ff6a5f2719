import { joined, readBytes } from "../base/index.ts";
import { shortestFloat } from "./float-text.ts";
import { contextOf, type VectorsOptions } from "./reading-options.ts";
import { requireRepresentable } from "./require-representable.ts";
import { textShape, textWords } from "./text-reading.ts";
import { utf8Encode } from "./utf8.ts";
import type { WordVectors } from "./word-vectors.ts";

const PIECE = 1 << 20; // characters

/**
 * The text format of word2vec.c, which gensim reads: a line "V d", then a line for each word with its d numbers,
 * the shortest decimals that read back as the same float32. Throws RangeError for a word with a space, and for a
 * number that is not finite.
 */
export function encodeWord2vecText(vectors: WordVectors): Uint8Array {
  return joined([...word2vecTextPieces(vectors)]);
}

/** The same bytes in pieces. */
export function word2vecTextPieces(vectors: WordVectors): Iterable<Uint8Array> {
  requireRepresentable(vectors);
  return pieces(vectors);
}

function* pieces({ words, table }: WordVectors): Generator<Uint8Array> {
  let lines = `${table.rows} ${table.width}\n`;
  for (const [id, word] of words.entries()) {
    lines += word;
    for (let i = id * table.width; i < (id + 1) * table.width; i++)
      lines += ` ${shortestFloat(table.data[i] as number)}`;
    lines += "\n";
    if (lines.length < PIECE) continue;
    yield utf8Encode(lines);
    lines = "";
  }
  yield utf8Encode(lines);
}

/**
 * Reads the text format of word2vec.c, and that of GloVe, which has no first line "V d" (a first line of two whole
 * numbers is treated as one). The last d fields of a line are the numbers: a word may contain spaces, as some of GloVe's
 * do. A word that occurs twice counts once, with a warning. Throws RangeError with the number of the first wrong line.
 */
export function decodeWord2vecText(bytes: Uint8Array, options: VectorsOptions = {}): WordVectors {
  const context = contextOf(options);
  const shape = readBytes(bytes, (source) => textShape(source, context));
  return readBytes(bytes, (source) => textWords(source, shape, context));
}
