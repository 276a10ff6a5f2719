import { host } from "#host";
import { decodeWord2vecBinary, encodeWord2vecBinary } from "./binary-format.ts";
import { decodeWord2vecText, encodeWord2vecText } from "./text-format.ts";
import type { WordVectors } from "./word-vectors.ts";

interface Format {
  readonly encode: (vectors: WordVectors) => Uint8Array;
  readonly decode: (bytes: Uint8Array) => WordVectors;
}

const text: Format = { encode: encodeWord2vecText, decode: decodeWord2vecText };
const binary: Format = { encode: encodeWord2vecBinary, decode: decodeWord2vecBinary };
const formats: ReadonlyMap<string, Format> = new Map([
  ["vec", text],
  ["txt", text],
  ["bin", binary],
]);

/**
 * Writes word vectors in the format given by the path's ending: .vec and .txt text, .bin binary (both word2vec.c's).
 */
export async function saveVectors(path: string, vectors: WordVectors): Promise<void> {
  await host.write(path, formatOf(path).encode(vectors));
}

/** Reads word vectors in the format given by the path's ending; throws RangeError for another ending. */
export async function loadVectors(path: string): Promise<WordVectors> {
  return formatOf(path).decode(await host.read(path));
}

/** Throws RangeError unless `path` has an ending that can be written: call it before long work. */
export function requireVectorsPath(path: string): void {
  formatOf(path);
}

function formatOf(path: string): Format {
  const format = formats.get(path.slice(path.lastIndexOf(".") + 1).toLowerCase());
  if (!format) {
    throw new RangeError(
      `Cannot open word vectors as the path must end in .vec, .txt or .bin: current value is "${path}"`,
    );
  }
  return format;
}
