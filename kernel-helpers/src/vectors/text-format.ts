import { joined } from "../base/index.ts";
import { requireFinite, shortestFloat } from "./float-text.ts";
import { requireWritable, utf8Decode, utf8Encode } from "./utf8.ts";
import { type WordVectors, wordVectors } from "./word-vectors.ts";

const newline = 10;

/**
 * The text format of word2vec.c, which gensim reads: a line "V d", then a line for each word with its d numbers,
 * the shortest decimals that read back as the same float32. Throws RangeError for a word with a space, and for a
 * number that is not finite.
 */
export function encodeWord2vecText({ words, table }: WordVectors): Uint8Array {
  requireWritable(words);
  const parts = [utf8Encode(`${table.rows} ${table.width}\n`)];
  words.forEach((word, id) => {
    let line = word;
    for (let i = id * table.width; i < (id + 1) * table.width; i++)
      line += ` ${shortestFloat(table.data[i] as number)}`;
    parts.push(utf8Encode(`${line}\n`)); // one line at a time: a big table is longer than the longest string
  });
  return joined(parts);
}

/**
 * Reads the text format of word2vec.c, and that of GloVe, which has no first line "V d" (a first line of two
 * whole numbers is treated as one). Throws RangeError with the number of the first wrong line.
 */
export function decodeWord2vecText(bytes: Uint8Array): WordVectors {
  const lines = linesOf(bytes);
  const header = /^(\d+) (\d+)$/.exec(lines.length > 0 ? lineText(bytes, lines, 0) : "");
  const first = header ? 1 : 0;
  const rows = header ? Number(header[1]) : lines.length;
  const width = header ? Number(header[2]) : Math.max(0, fieldsOf(bytes, lines, 0).length - 1);
  if (lines.length - first !== rows) {
    throw new RangeError(
      `Cannot read word vectors: line 1 announces ${rows} words, but ${lines.length - first} more lines follow`,
    );
  }
  const words: string[] = [];
  const data = new Float32Array(rows * width);
  for (let id = 0; id < rows; id++) {
    const fields = fieldsOf(bytes, lines, id + first);
    if (fields.length !== width + 1) throw wrongLine(id + first + 1, width, fields.length - 1);
    words.push(fields[0] as string);
    for (let i = 0; i < width; i++)
      data[id * width + i] = requireFinite(fields[i + 1] as string, id + first + 1);
  }
  return wordVectors(words, { rows, width, data });
}

/** Start and end of each line in bytes, without an empty last one. */
function linesOf(bytes: Uint8Array): readonly (readonly [number, number])[] {
  const lines: [number, number][] = [];
  for (let start = 0; start < bytes.length; ) {
    const found = bytes.indexOf(newline, start);
    const end = found < 0 ? bytes.length : found;
    lines.push([start, end]);
    start = end + 1;
  }
  return lines;
}

/** Line `index` without trailing white space: word2vec.c ends lines with a space, Windows with a carriage return. */
function lineText(bytes: Uint8Array, lines: readonly (readonly [number, number])[], index: number): string {
  const [start, end] = lines[index] ?? [0, 0];
  return utf8Decode(bytes.subarray(start, end), `line ${index + 1}`).replace(/[ \r\t]+$/, "");
}

function fieldsOf(bytes: Uint8Array, lines: readonly (readonly [number, number])[], index: number): string[] {
  return lineText(bytes, lines, index).split(" ");
}

function wrongLine(line: number, width: number, found: number): RangeError {
  return new RangeError(
    `Cannot read word vectors: line ${line} should be a word and ${width} numbers, separated by spaces, but ` +
      `it has ${found} after the word`,
  );
}
