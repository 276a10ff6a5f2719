import { host } from "#host";
import { sentencesOf } from "./sentences-of.ts";

const CHUNK = 1 << 18;
const LARGE = 1 << 20;
const NEWLINE = 10;

/**
 * The sentences of a corpus: a data set named in datasets/index.json, such as "sotu", or a UTF-8 text file given by a
 * path (anything with a `/`, a `\` or a `.`). An unknown name, a missing file or bytes that are not UTF-8 throw an
 * Error that says so. For a quick look at a whole course, W2V_FAST=1 reads only the first tenth of a data set above 1
 * MiB, W2V_FAST=0.02 its first fiftieth, and says so.
 */
export async function* corpusSentences(source: string): AsyncGenerator<string> {
  const bytes = isCorpusPath(source) ? await host.read(source) : await dataset(source);
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let rest = "";
  for (let start = 0; start < bytes.length; start += CHUNK) {
    const text = rest + decoded(decoder, bytes.subarray(start, start + CHUNK), source);
    const end = text.lastIndexOf("\n") + 1; // a line may go on in the next chunk
    yield* sentencesOf(text.slice(0, end));
    rest = text.slice(end);
  }
  yield* sentencesOf(rest);
}

/** Whether a corpus is named by the path of a file: anything with a `/`, a `\` or a `.`. */
export function isCorpusPath(source: string): boolean {
  return /[/\\.]/.test(source);
}

async function dataset(name: string): Promise<Uint8Array> {
  const bytes = await host.asset(name);
  const setting = host.setting("W2V_FAST") ?? "";
  if (setting === "" || bytes.length < LARGE) return bytes;
  const share = shareOf(setting);
  const part = setting === "1" ? "the first tenth" : `the first ${share * 100} %`;
  console.log(`W2V_FAST=${setting}: ${part} of "${name}" only`);
  return bytes.subarray(0, bytes.lastIndexOf(NEWLINE, bytes.length * share) + 1);
}

/** The part of a large data set that W2V_FAST asks for: "1" for a tenth, or a share below 1. */
function shareOf(setting: string): number {
  const share = setting === "1" ? 0.1 : Number(setting);
  if (share > 0 && share < 1) return share;
  throw new RangeError(
    `Cannot shorten a data set as W2V_FAST must be 1 (a tenth) or a share between 0 and 1: current value is "${setting}"`,
  );
}

function decoded(decoder: TextDecoder, bytes: Uint8Array, source: string): string {
  try {
    return decoder.decode(bytes, { stream: true });
  } catch {
    throw new Error(
      `Cannot read the corpus ${source}: it is not UTF-8 text. Remedy: convert it, for example with iconv`,
    );
  }
}
