import type { Numbers, Table } from "../base/index.ts";

/** Words with one vector each: word i has row i of `table`. */
export interface WordVectors {
  /** id -> word */
  readonly words: readonly string[];
  /** word -> id */
  readonly ids: ReadonlyMap<string, number>;
  /** id -> vector, shape (V, d) */
  readonly table: Table<Float32Array>;
}

/**
 * Joins words to the rows of `table`, which is kept if its numbers are float32; float64 is rounded into a copy. Throws RangeError when the number of words
 * differs from the number of rows, when the table does not hold rows × width numbers, or when a word occurs twice.
 *
 * @example
 * wordVectors(["cat", "dog"], { rows: 2, width: 1, data: new Float32Array([1, 2]) }).ids.get("dog"); // 1
 */
export function wordVectors(words: readonly string[], table: Table<Numbers>): WordVectors {
  if (words.length !== table.rows) {
    throw new RangeError(
      `Cannot join words to vectors: there are ${words.length} words and ${table.rows} rows, and each word needs a row`,
    );
  }
  if (table.data.length !== table.rows * table.width) {
    throw new RangeError(
      `Cannot join words to vectors: the table should hold ${table.rows} × ${table.width} numbers, but ` +
        `it holds ${table.data.length}`,
    );
  }
  const data = table.data instanceof Float32Array ? table.data : Float32Array.from(table.data);
  return { words, ids: idsOf(words), table: { ...table, data } };
}

function idsOf(words: readonly string[]): ReadonlyMap<string, number> {
  const ids = new Map<string, number>();
  words.forEach((word, id) => {
    const first = ids.get(word);
    if (first !== undefined) {
      throw new RangeError(
        `Cannot join words to vectors: "${word}" occurs twice, as word ${first} and word ${id}`,
      );
    }
    ids.set(word, id);
  });
  return ids;
}
