import { closeSync, openSync, writeSync } from "node:fs";
import { seededRandom } from "../src/base/index.ts";

/** Options of `writeZipfText`. */
export interface ZipfOptions {
  /** Bytes of the file, at least. */
  readonly bytes: number;
  /** Different words at most. */
  readonly words: number;
  readonly seed: number;
}

/**
 * Writes a text whose words follow Zipf's law, P(rank r) ∝ 1 / r, in sentences of 5 to 34 words, one on each line. The rank is
 * e^(u ln N), u uniform, rounded down: the inverse of the distribution function of 1 / r.
 */
export function writeZipfText(path: string, { bytes, words, seed }: ZipfOptions): void {
  const random = seededRandom(seed);
  const file = openSync(path, "w");
  try {
    for (let written = 0; written < bytes; ) {
      let text = "";
      while (text.length < 1 << 20) {
        const length = 5 + Math.floor(30 * random());
        for (let i = 0; i < length; i++) text += `${wordOf(Math.floor(words ** random()))} `;
        text += "end.\n";
      }
      written += writeSync(file, text);
    }
  } finally {
    closeSync(file);
  }
}

/** A word of letters for a rank: short ones for small ranks, as in languages. */
function wordOf(rank: number): string {
  let word = "";
  for (let rest = rank; rest > 0; rest = Math.floor(rest / 20)) {
    word += "bcdfghjklmnpqrstvwxz"[rest % 20] as string;
    word += "aeiou"[rest % 5] as string;
  }
  return word;
}
