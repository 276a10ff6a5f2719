import { requireInteger } from "../base/index.ts";
import type { EncodingErrors } from "../corpus/index.ts";

/** How to read word vectors. The names are gensim's, except `encodingErrors` (gensim: `unicode_errors`). */
export interface VectorsOptions {
  /** Reads the first `limit` words only; in most files these are the most frequent ones. Default: all. */
  readonly limit?: number | undefined;
  /**
   * What to do with bytes that are not UTF-8: "strict" throws, "replace" puts U+FFFD in their place, for word2vec.c cuts
   * long words, also inside a character. Default: "strict".
   */
  readonly encodingErrors?: EncodingErrors | undefined;
}

/** The options filled in, and where the bytes come from: "" or " from build/sotu.vec", for the messages. */
export interface Context {
  readonly limit: number;
  readonly encodingErrors: EncodingErrors;
  readonly from: string;
}

/** Fills in the defaults; throws RangeError unless `limit` is a whole number >= 1 and `encodingErrors` is known. */
export function contextOf({ limit, encodingErrors = "strict" }: VectorsOptions, from = ""): Context {
  if (limit !== undefined) requireInteger("Cannot read word vectors", { limit }, 1);
  if (encodingErrors !== "strict" && encodingErrors !== "replace") {
    throw new RangeError(
      `Cannot read word vectors as encodingErrors must be "strict" or "replace": current value is "${String(encodingErrors)}"`,
    );
  }
  return { limit: limit ?? Number.POSITIVE_INFINITY, encodingErrors, from };
}

/** "Cannot read word vectors from a.vec: line 3 must …. Remedy: …" */
export function unreadable({ from }: Context, problem: string, remedy: string): RangeError {
  return new RangeError(`Cannot read word vectors${from}: ${problem}. Remedy: ${remedy}`);
}
