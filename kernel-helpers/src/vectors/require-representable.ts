import { optionName } from "../base/index.ts";
import type { WordVectors } from "./word-vectors.ts";

/**
 * Throws RangeError for word vectors that the formats of word2vec.c cannot hold: a space ends a word there, and a number
 * that is not finite spoils every comparison of the one who reads it.
 */
export function requireRepresentable({ words, table }: WordVectors): void {
  if (table.width === 0) {
    throw new RangeError("Cannot write word vectors as a vector must have at least 1 number: it has 0");
  }
  words.forEach((word, id) => {
    if (word === "" || /[ \n]|\p{Surrogate}/u.test(word)) {
      throw new RangeError(
        `Cannot write word vectors: a word may not be empty or contain a space, a line end or half a character: ` +
          `word ${id} is ${JSON.stringify(word)}`,
      );
    }
  });
  const at = table.data.findIndex((x) => !Number.isFinite(x));
  if (at < 0) return;
  const word = words[Math.floor(at / table.width)];
  throw new RangeError(
    `Cannot write word vectors as each number must be finite: current value is ${table.data[at]}, ` +
      `number ${at % table.width} of ${JSON.stringify(word)}. ` +
      `Remedy: train with a smaller ${optionName("alpha")} or ${optionName("batchSize")}`,
  );
}
