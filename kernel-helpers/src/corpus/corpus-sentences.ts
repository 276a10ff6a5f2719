import { type CorpusOptions, corpusTexts } from "./corpus-texts.ts";
import { sentencesOf } from "./sentences-of.ts";

/**
 * The sentences of a corpus:
 *
 * - a data set named in datasets/index.json, such as "sotu";
 * - the path of a text file in UTF-8 (anything with a `/`, a `\` or a `.`);
 * - the path of a .jsonl file (also .ndjson): a JSON object on each line, whose text is in the field `field`;
 * - a folder: all .txt, .txt.gz, .jsonl and .jsonl.gz files below it, sorted; the names of others are told once;
 * - "-", the standard input of the program; with `field` it is JSONL. In Node only, as the next one;
 * - "npm:package/path", a file or a folder of an npm package that the project has installed.
 *
 * A file that begins as gzip's do is unpacked. All are read in parts, in memory that does not grow with the file. A line
 * of more than a million characters is divided at a space or, if it has none, anywhere; a line of JSON may have 2^26. CRLF ends a
 * line as LF does, and a byte order mark at the start of a file is left out.
 *
 * Throws Error for an unknown name, a missing file, bytes that are not UTF-8 and an end inside a character, with the file and
 * the byte (of the text that was unpacked), damaged or cut gzip data, a line that is no JSON or has no such text, with its
 * number, and a corpus without any text. For a quick look at a whole course, W2V_FAST=1 reads only the first tenth of a data
 * set above 1 MiB, W2V_FAST=0.02 its first fiftieth, and says so.
 */
export async function* corpusSentences(source: string, options: CorpusOptions = {}): AsyncGenerator<string> {
  for await (const texts of corpusTexts(source, options)) {
    for (const text of texts) yield* sentencesOf(text);
  }
}
