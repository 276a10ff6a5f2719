import { host } from "#host";
import { type CorpusText, corpusText, type EncodingErrors } from "./corpus-text.ts";
import { sentencesOf } from "./sentences-of.ts";

const CHUNK = 1 << 18;
const LARGE = 1 << 20;
const NEWLINE = 10;
const LONGEST = 1 << 20; // UTF-16 units of a line: V8 has no stack for a regular expression over 8 million letters

/** Options of `corpusSentences`. */
export interface CorpusOptions {
  /** What to do with bytes that are not UTF-8: "strict" throws, "replace" puts U+FFFD there. Default: "strict". */
  readonly encodingErrors?: EncodingErrors | undefined;
}

/**
 * The sentences of a corpus: a data set named in datasets/index.json, such as "sotu", or a UTF-8 text file given by a
 * path (anything with a `/`, a `\` or a `.`), which is read in parts. A line of more than a million characters is divided
 * at a space or, if it has none, anywhere. An unknown name, a missing file, bytes that are not UTF-8, an end inside a
 * character, and a file without any text throw an Error that says so, with the byte. For a quick look at a whole course,
 * W2V_FAST=1 reads only the first tenth of a data set above 1 MiB, W2V_FAST=0.02 its first fiftieth, and says so.
 */
export async function* corpusSentences(
  source: string,
  { encodingErrors = "strict" }: CorpusOptions = {},
): AsyncGenerator<string> {
  let isEmpty = true;
  for await (const lines of blocksOf(source, corpusText(source, encodingErrors))) {
    for (const sentence of sentencesOf(lines)) {
      isEmpty = false;
      yield sentence;
    }
  }
  if (isEmpty) throw noText(source);
}

/** The text in blocks of whole lines. */
async function* blocksOf(source: string, text: CorpusText): AsyncGenerator<string> {
  let rest: string[] = []; // of a line that goes on in the next chunk
  let length = 0;
  for await (const bytes of isCorpusPath(source) ? (await host.open(source)).parts() : dataset(source)) {
    for (let start = 0; start < bytes.length; start += CHUNK) {
      const next = text.next(bytes.subarray(start, start + CHUNK));
      const end = divisionOf(next, length);
      if (end > 0) {
        yield rest.join("") + next.slice(0, end);
        [rest, length] = [[], 0];
      }
      rest.push(next.slice(end));
      length += next.length - end;
    }
  }
  yield rest.join("") + text.end();
}

/** Where the text may be divided: behind its last line end; in a line that is too long, behind white space. */
function divisionOf(text: string, before: number): number {
  const end = text.lastIndexOf("\n") + 1;
  if (end > 0 || before + text.length <= LONGEST) return end;
  return Math.max(text.lastIndexOf(" "), text.lastIndexOf("\u3000")) + 1 || text.length;
}

function noText(source: string): Error {
  return new Error(
    `Cannot read the corpus ${source}: it has no text, only white space. Remedy: a file of sentences`,
  );
}

/** Whether a corpus is named by the path of a file: anything with a `/`, a `\` or a `.`. */
export function isCorpusPath(source: string): boolean {
  return /[/\\.]/.test(source);
}

async function* dataset(name: string): AsyncGenerator<Uint8Array> {
  const bytes = await host.asset(name);
  const setting = host.setting("W2V_FAST") ?? "";
  if (setting === "" || bytes.length < LARGE) {
    yield bytes;
    return;
  }
  const share = shareOf(setting);
  const part = setting === "1" ? "the first tenth" : `the first ${share * 100} %`;
  console.log(`W2V_FAST=${setting}: ${part} of "${name}" only`);
  yield bytes.subarray(0, bytes.lastIndexOf(NEWLINE, bytes.length * share) + 1);
}

/** The part of a large data set that W2V_FAST asks for: "1" for a tenth, or a share below 1. */
function shareOf(setting: string): number {
  const share = setting === "1" ? 0.1 : Number(setting);
  if (share > 0 && share < 1) return share;
  throw new RangeError(
    `Cannot shorten a data set as W2V_FAST must be 1 (a tenth) or a share between 0 and 1: current value is "${setting}"`,
  );
}
