import { addScaled, row, type Table } from "../base/index.ts";

/**
 * h = (1/C) Σ_c v_c, the mean of the input vectors of the words; shape (d)   (Rong 2014, eq. 17 and 18)
 *
 * For CBOW the words are the context; a word that occurs twice counts twice. For Skip-Gram there is one
 * word, the center, and h is its row. Derived in lessons 04 and 05. Throws RangeError if there is no word.
 */
export function hiddenLayer(input: Table, words: readonly number[]): Float64Array {
  if (words.length === 0) throw new RangeError("Cannot compute h with no input words: give at least one");
  const h = new Float64Array(input.width);
  for (const word of words) addScaled(h, 1 / words.length, row(input, word));
  return h;
}
