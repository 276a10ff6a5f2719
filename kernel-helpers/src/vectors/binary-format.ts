import { joined } from "../base/index.ts";
import { requireWritable, utf8Decode, utf8Encode } from "./utf8.ts";
import { type WordVectors, wordVectors } from "./word-vectors.ts";

const newline = 10;
const space = 32;

/**
 * The binary format of word2vec.c, which gensim reads: a line "V d", then for each word its name, a space,
 * d float32 numbers (little-endian) and a line end. Throws RangeError for a word with a space.
 */
export function encodeWord2vecBinary({ words, table }: WordVectors): Uint8Array {
  requireWritable(words);
  const parts = [utf8Encode(`${table.rows} ${table.width}\n`)];
  const lineEnd = new Uint8Array([newline]);
  words.forEach((word, id) => {
    const v = table.data.subarray(id * table.width, (id + 1) * table.width); // (d)
    parts.push(utf8Encode(`${word} `), new Uint8Array(v.buffer, v.byteOffset, v.byteLength), lineEnd);
  });
  return joined(parts);
}

/**
 * Reads the binary format of word2vec.c, with a line end after each vector (word2vec.c) or without (gensim).
 * Throws RangeError with the offset of the first wrong byte.
 */
export function decodeWord2vecBinary(bytes: Uint8Array): WordVectors {
  const headerEnd = endOf(bytes, 0, newline, "a first line");
  const header = /^(\d+) (\d+)\s*$/.exec(utf8Decode(bytes.subarray(0, headerEnd), "line 1"));
  if (!header) throw wrongByte(0, 'a first line such as "5000 100"', "it holds something else");
  const [rows, width] = [Number(header[1]), Number(header[2])];
  const least = rows * (width * 4 + 2); // at least a letter and a space per word; checked before allocating that much
  if (bytes.length - headerEnd - 1 < least) {
    throw wrongByte(bytes.length, `${rows} words with ${width} numbers`, "the file ends here");
  }
  const words: string[] = [];
  const data = new Float32Array(rows * width);
  const target = new Uint8Array(data.buffer);
  let at = headerEnd + 1;
  for (let id = 0; id < rows; id++) {
    while (bytes[at] === newline) at++;
    const wordEnd = endOf(bytes, at, space, `word ${id}`);
    words.push(utf8Decode(bytes.subarray(at, wordEnd), `word ${id} at byte ${at}`));
    at = wordEnd + 1 + width * 4;
    if (at > bytes.length)
      throw wrongByte(bytes.length, `${width} numbers of word ${id}`, "the file ends here");
    target.set(bytes.subarray(wordEnd + 1, at), id * width * 4); // a copy: the numbers may start at any byte
  }
  return wordVectors(words, { rows, width, data });
}

/** Offset of the next `byte`; throws RangeError when there is none. */
function endOf(bytes: Uint8Array, start: number, byte: number, what: string): number {
  const end = bytes.indexOf(byte, start);
  if (end < 0) throw wrongByte(start, `${what} and its end`, "the file ends before");
  return end;
}

function wrongByte(at: number, wanted: string, found: string): RangeError {
  return new RangeError(
    `Cannot read word vectors: byte ${at} should start or continue ${wanted}, but ${found}`,
  );
}
