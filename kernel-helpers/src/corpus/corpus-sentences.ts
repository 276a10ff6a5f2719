import { host } from "#host";
import { sentencesOf } from "./sentences-of.ts";

const CHUNK = 1 << 18;
const LARGE = 1 << 20;
const NEWLINE = 10;

/**
 * The sentences of a corpus: a data set named in datasets/index.json ("sotu", "toy"), or a UTF-8 text file given
 * by a path (anything with a `/`, a `\` or a `.`). A name that is unknown, a file that is missing and bytes that
 * are not UTF-8 throw an Error that says so. With the setting W2V_FAST=1 a data set above 1 MiB gives its first
 * tenth only, and says so: for a quick look at a whole course.
 */
export async function* corpusSentences(source: string): AsyncGenerator<string> {
  const bytes = /[/\\.]/.test(source) ? await host.read(source) : await dataset(source);
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

async function dataset(name: string): Promise<Uint8Array> {
  const bytes = await host.asset(name);
  if (host.setting("W2V_FAST") !== "1" || bytes.length < LARGE) return bytes;
  console.log(`W2V_FAST=1: the first tenth of "${name}" only`);
  return bytes.subarray(0, bytes.lastIndexOf(NEWLINE, bytes.length / 10) + 1);
}

function decoded(decoder: TextDecoder, bytes: Uint8Array, source: string): string {
  try {
    return decoder.decode(bytes, { stream: true });
  } catch {
    throw new Error(
      `Cannot read the corpus ${source} as it must be UTF-8 text. Remedy: convert it, for example by iconv`,
    );
  }
}
