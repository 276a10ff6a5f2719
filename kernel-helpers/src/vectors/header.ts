import { type ByteSource, counted, optionName, type Reading, unpackByStart } from "../base/index.ts";
import { newline } from "./layout.ts";
import { type Context, unreadable } from "./reading-options.ts";
import { wholeFile } from "./remedies.ts";
import { utf8Decode } from "./utf8.ts";

/** How many words and numbers a file holds. */
export interface Shape {
  /** V, the number of words to read: no more than the limit. */
  readonly rows: number;
  /** d, the number of numbers of a word. */
  readonly width: number;
  /** Whether words follow that are not to be read. */
  readonly isCut: boolean;
  /** Whether the first line gives the shape; if not, it is the first word. */
  readonly hasHeader: boolean;
}

const longestLine = 2 ** 24; // bytes of the first line, whose width is not known yet
const mostWords = 2 ** 24; // a Map of V8 holds no more

/**
 * The first line without trailing white space; throws RangeError if it cannot be that of word vectors. `ending` is the one
 * of files in this format.
 */
export function* firstLine(source: ByteSource, context: Context, ending: string): Reading<string> {
  const { bytes, end } = yield* source.until(newline, longestLine);
  if (end === "file" && bytes.length === 0) {
    throw unreadable(context, "the file is empty", "a file that word2vec, gensim or w2v train wrote");
  }
  if (end === "long") throw noHeader(context, "is longer than 16 MiB");
  const unpack = unpackByStart(bytes, ending);
  if (unpack) throw noHeader(context, "belongs to a compressed file", `unpack it: ${unpack}`);
  const zero = bytes.indexOf(0);
  if (zero >= 0) {
    const order = zero % 2 === 0 ? "BE" : "LE"; // of the two bytes of a digit, the one that is zero
    throw noHeader(
      context,
      "contains a zero byte, as UTF-16 does",
      `convert it: iconv -f UTF-16${order} -t UTF-8`,
    );
  }
  const line = utf8Decode(bytes, "line 1", context).replace(/[ \r\t]+$/, "");
  if (line === "") throw noHeader(context, "is empty");
  if (line.startsWith("\ufeff")) {
    throw noHeader(context, "begins with a byte order mark", "save the file as UTF-8 without one");
  }
  return line;
}

/** The shape that the line "V d" gives; undefined if it is no such line. Throws RangeError for an impossible one. */
export function shapeOf(line: string, context: Context): Shape | undefined {
  if (!/^[-+]?\d+ [-+]?\d+$/.test(line)) return undefined;
  const [announced, width] = line.split(" ").map(Number) as [number, number];
  if (!(/^\d+ \d+$/.test(line) && width >= 1)) {
    throw noHeader(context, `is ${JSON.stringify(line)}, and needs V >= 0 and d >= 1`);
  }
  const rows = Math.min(announced, context.limit);
  return { rows, width, isCut: rows < announced, hasHeader: true };
}

/** The error for a file that does not begin as word vectors do. */
export function noHeader(context: Context, problem: string, remedy?: string): RangeError {
  return unreadable(
    context,
    `line 1 must be "V d", the numbers of words and of numbers in a vector, as in "5000 100", but it ${problem}`,
    remedy ?? "a file that word2vec, gensim or w2v train wrote",
  );
}

/** Throws RangeError if `left`, the bytes that follow, are less than `least`, before memory is taken for the words. */
export function requireRoom({ rows, width }: Shape, least: number, left: number, context: Context): void {
  if (left < least) {
    throw unreadable(
      context,
      `line 1 announces ${counted(rows, "word")} and ${counted(width, "number")} for each, at least ${least} bytes, but ${left} follow`,
      wholeFile,
    );
  }
  requireHoldable(rows, context);
}

/** Throws RangeError if there are more words than memory can hold. */
export function requireHoldable(rows: number, context: Context): void {
  if (rows <= mostWords) return;
  throw unreadable(
    context,
    `there are ${rows} words, and memory holds at most ${mostWords}`,
    `read the first ones: ${optionName("limit")} of at most ${mostWords}`,
  );
}
