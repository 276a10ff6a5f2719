import type { IdStore } from "./id-store.ts";
import type { WordTable } from "./word-table.ts";

const PIECE = 1 << 14;

/** The words of the first `tokens` numbers in a store that are not -1, and how often each occurs there, see `CorpusEncoder`. */
export function firstWords(
  { module, listed }: WordTable,
  store: IdStore,
  tokens: number,
): Map<string, number> {
  const counts = new Uint32Array(module.next.value); // number -> occurrences
  const piece = new Int32Array(PIECE);
  let [left, most] = [tokens, 0];
  for (let from = 0; left > 0; from += PIECE) {
    const read = store.read(from, piece);
    for (let i = 0; i < read && left > 0; i++) {
      const number = piece[i] as number;
      if (number < 0) continue;
      counts[number] = (counts[number] as number) + 1;
      if (number >= most) most = number + 1;
      left--;
    }
    if (read < PIECE) break;
  }
  module.list(1, most);
  const { words, numbers } = listed(module.kept.value);
  const found = new Map<string, number>();
  words.forEach((word, i) => {
    const count = counts[numbers[i] as number] as number;
    if (count > 0) found.set(word, count);
  });
  return found;
}
