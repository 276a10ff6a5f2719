import type { IdStore } from "./id-store.ts";
import type { WordTable } from "./word-table.ts";

const PIECE = 1 << 14;

/** The words of the first `tokens` numbers in a store that are not -1, and how often each occurs there, see `CorpusEncoder`. */
export function firstWords(
  { module, listed }: WordTable,
  store: IdStore,
  tokens: number,
): Map<string, number> {
  const counts = new Map<number, number>();
  const piece = new Int32Array(PIECE);
  for (let [from, left] = [0, tokens]; left > 0; from += PIECE) {
    const read = store.read(from, piece);
    for (let i = 0; i < read && left > 0; i++) {
      const number = piece[i] as number;
      if (number < 0) continue;
      counts.set(number, (counts.get(number) ?? 0) + 1);
      left--;
    }
    if (read < PIECE) break;
  }
  const most = [...counts.keys()].reduce((most, number) => Math.max(most, number), -1) + 1;
  module.list(1, most);
  const { words, numbers } = listed(module.kept.value);
  const found = words.map((word, i): [string, number] => [word, counts.get(numbers[i] as number) ?? 0]);
  return new Map(found.filter(([, count]) => count > 0));
}
