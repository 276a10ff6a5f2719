import { counted, escapeControls, optionName } from "../base/index.ts";
import type { Shape } from "./header.ts";
import { type Context, unreadable } from "./reading-options.ts";
import { leaveOut, wholeFile } from "./remedies.ts";
import type { WordVectors } from "./word-vectors.ts";

const SHOWN = 3;

/** Word vectors that are being read, one word after the other. */
export interface Collected {
  /** Where the numbers of the next word go, in `data`. */
  readonly at: number;
  /** The table, shape (V, d). */
  readonly data: Float32Array;
  /**
   * Takes over the word whose numbers are in place. A word that was there before is left out, as in gensim. `place` is
   * its line or byte. With `hasMore` the word ends with a field that is a number. Throws RangeError for a word or a number
   * that cannot be.
   */
  add(word: string, place: string, options?: { readonly hasMore?: boolean }): void;
  /** The word vectors; warns of words that were left out, and of lines that may have a number too many. */
  finish(): WordVectors;
}

/** Room for the words of a file; throws RangeError if there is not enough memory. */
export function collected({ rows, width }: Shape, context: Context): Collected {
  const data = allocated(rows, width, context);
  const words: string[] = [];
  const ids = new Map<string, number>();
  const shown: string[] = []; // the first repeated words
  let repeated = 0;
  let longer = ""; // the first line with more numbers
  let longerLines = 0;
  return {
    get at() {
      return words.length * width;
    },
    data,
    add(word, place, { hasMore = false } = {}) {
      requireWord(word, place, context);
      requireFiniteRow(data.subarray(words.length * width, (words.length + 1) * width), word, place, context);
      if (hasMore && longerLines++ === 0) {
        longer = `${place} has more than ${counted(width, "number")}, so its word is ${JSON.stringify(word)}`;
      }
      if (ids.has(word)) {
        if (repeated++ < SHOWN) shown.push(`${JSON.stringify(word)} (${place})`);
        return;
      }
      ids.set(word, words.length);
      words.push(word);
    },
    finish() {
      if (longerLines > 0)
        warn(longer + (longerLines > 1 ? `; ${longerLines} lines are like that` : ""), context);
      if (repeated > 0) warn(repeatedWords(shown, repeated), context);
      const table = { rows: words.length, width, data: data.subarray(0, words.length * width) };
      return { words, ids, table };
    },
  };
}

function allocated(rows: number, width: number, context: Context): Float32Array {
  try {
    return new Float32Array(rows * width);
  } catch {
    const gibibytes = ((rows * width * 4) / 2 ** 30).toFixed(1);
    throw unreadable(
      context,
      `${rows} × ${width} numbers need ${gibibytes} GiB of memory, more than one table can have`,
      `read the first words only: ${optionName("limit")}`,
    );
  }
}

function requireWord(word: string, place: string, context: Context): void {
  if (word !== "" && !word.includes("\n")) return;
  throw unreadable(
    context,
    `${place}: a word must have at least one character and no line end: current value is ${JSON.stringify(word)}`,
    wholeFile,
  );
}

/** NaN decides no comparison: a single number that is not finite would put all neighbours out of order. */
function requireFiniteRow(v: Float32Array, word: string, place: string, context: Context): void {
  for (let i = 0; i < v.length; i++) {
    const x = v[i] as number;
    if (x - x === 0) continue; // NaN for NaN and ±Infinity
    throw unreadable(
      context,
      `${place}, ${JSON.stringify(word)}, has a number that is not finite in float32: number ${i} is ${x}`,
      leaveOut,
    );
  }
}

function repeatedWords(shown: readonly string[], repeated: number): string {
  const more = repeated > shown.length ? `, … (${repeated} in all)` : "";
  return `repeated words are left out, the first one counts: ${shown.join(", ")}${more}`;
}

function warn(problem: string, { from }: Context): void {
  console.warn(escapeControls(`warning: word vectors${from}: ${problem}`));
}
