import { optionName } from "../base/index.ts";
import type { CorpusFile } from "./corpus-file.ts";
import { corpusFiles, someOf } from "./corpus-files.ts";
import { corpusText, type EncodingErrors } from "./corpus-text.ts";
import { countedParts } from "./counted-parts.ts";
import { jsonText, tooLong } from "./json-texts.ts";
import { textBlocks } from "./text-blocks.ts";
import { textCut } from "./text-cut.ts";
import { unpacked } from "./unpacked.ts";

const LONGEST = 1 << 20; // UTF-16 units of a line: V8 has no stack for a regular expression over 8 million letters
const LONGEST_JSON = 1 << 26; // UTF-16 units of a line of JSON, which cannot be read in parts

/** How much of a corpus has been read. */
export interface CorpusProgress {
  /** Bytes read so far, as they lie on the disk: compressed ones if they are. */
  readonly bytes: number;
  /** Bytes in all; infinite if nobody knows, as of a pipe. */
  readonly totalBytes: number;
}

/** Options of `corpusSentences`. */
export interface CorpusOptions {
  /** What to do with bytes that are not UTF-8: "strict" throws, "replace" puts U+FFFD there. Default: "strict". */
  readonly encodingErrors?: EncodingErrors | undefined;
  /** The field of the objects in a .jsonl file that has the text. Default: "text". */
  readonly field?: string | undefined;
  /** Is told about each part that was read. */
  readonly onProgress?: ((progress: CorpusProgress) => void) | undefined;
}

/** A piece of a corpus: a text, or its bytes in UTF-8. */
export type CorpusPiece = string | Uint8Array;

/** The text of a piece. */
export function pieceText(piece: CorpusPiece): string {
  return typeof piece === "string" ? piece : decoder.decode(piece);
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/**
 * The text of a corpus, see `corpusSentences`, in pieces that end where a sentence does, of about a million UTF-16 units at most,
 * those of one part of a file together.
 */
export async function* corpusTexts(
  source: string,
  options: CorpusOptions = {},
): AsyncGenerator<readonly string[]> {
  for await (const pieces of corpusPieces(source, options)) yield pieces.map(pieceText);
}

/** The same pieces, those of a text file as bytes, which are checked but not decoded. They are valid until the next ones are asked for. */
export async function* corpusPieces(
  source: string,
  { encodingErrors = "strict", field, onProgress = () => {} }: CorpusOptions = {},
): AsyncGenerator<readonly CorpusPiece[]> {
  const { files, others } = await corpusFiles(source, field);
  if (others.length > 0) console.warn(`warning: left out of ${source}: ${someOf(others)}`);
  const totalBytes = files.reduce((sum, { size }) => sum + size, 0);
  let bytes = 0;
  let isEmpty = true;
  for (const file of files) {
    const parts = countedParts(file.name, await file.open(), (count) => {
      bytes += count;
    });
    for await (const pieces of piecesIn(file, unpacked(file.name, parts), encodingErrors, field)) {
      if (isEmpty && source === "-" && file.kind === "text") warnOfJson(pieces);
      isEmpty &&= pieces.every((piece) => pieceText(piece).trim() === "");
      yield pieces;
      onProgress({ bytes, totalBytes });
    }
  }
  if (isEmpty) throw noText(source);
}

/** Warns if a text begins as JSON does: its keys and marks would be trained on as words. */
function warnOfJson(pieces: readonly CorpusPiece[]): void {
  const first = pieces.map(pieceText).find((piece) => piece.trim() !== "") ?? "";
  if (!/^\s*(?:\{|\[\s*\{)/.test(first)) return;
  console.warn(
    `warning: standard input begins with ${first.trimStart()[0]} as JSON does, and is read as text, keys included. ` +
      `Remedy: ${optionName("field")} with the name of the field that has the text, if each line is a JSON object`,
  );
}

async function* piecesIn(
  { name, kind }: CorpusFile,
  parts: AsyncGenerator<Uint8Array>,
  encodingErrors: EncodingErrors,
  field = "text",
): AsyncGenerator<CorpusPiece[]> {
  const text = corpusText(name, encodingErrors);
  if (kind === "text") {
    for await (const lines of textBlocks(parts, text, LONGEST, textCut)) yield [lines];
    return;
  }
  let line = 0;
  const refuse = (): never => {
    throw tooLong({ name, line: line + 1, field }, LONGEST_JSON);
  };
  for await (const block of textBlocks(parts, text, LONGEST_JSON, refuse)) {
    const texts: string[] = [];
    const lines = pieceText(block);
    for (const json of lines.split("\n")) {
      line++;
      if (json.trim() !== "") texts.push(...pieces(jsonText(json, { name, line, field })));
    }
    if (lines.endsWith("\n")) line--; // behind its last line end is no line
    yield texts;
  }
}

/** A text in pieces that are not too long for regular expressions. */
function* pieces(text: string): Generator<string> {
  for (let start = 0; start < text.length; ) {
    const piece = text.slice(start, start + LONGEST);
    const size = start + LONGEST < text.length ? textCut(piece) : piece.length;
    yield piece.slice(0, size);
    start += size;
  }
}

function noText(source: string): Error {
  return new Error(
    `Cannot read the corpus ${source}: it has no text, only white space. Remedy: a file of sentences`,
  );
}
