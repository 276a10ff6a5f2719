import { type Random, row, type Table, zeroTable } from "../../base/index.ts";

/** What a formula may use for the pair of a word and a context. */
interface PairCounts {
  readonly n: number;
  readonly ofWord: number;
  readonly ofContext: number;
  readonly all: number;
  /** P_n(c). */
  readonly noise: number;
}

/** log of `ratio` for each pair, or another function of it. */
export function scoresBy(
  counts: Table,
  power: number,
  ratio: (pair: PairCounts) => number,
  last: (ratio: number) => number = Math.log,
): Table {
  const { rows, width, data } = counts;
  const [words, contexts] = [new Float64Array(rows), new Float64Array(width)];
  data.forEach((n, i) => {
    words[Math.floor(i / width)] = (words[Math.floor(i / width)] as number) + n;
    contexts[i % width] = (contexts[i % width] as number) + n;
  });
  const all = contexts.reduce((sum, n) => sum + n, 0);
  const powers = contexts.reduce((sum, n) => sum + n ** power, 0);
  const scores = data.map((n, i) => {
    const [ofWord, ofContext] = [words[Math.floor(i / width)] as number, contexts[i % width] as number];
    return last(ratio({ n, ofWord, ofContext, all, noise: ofContext ** power / powers }));
  });
  return { rows, width, data: scores };
}

/** Rows and columns exchanged. */
export function turned(counts: Table): Table {
  const result = zeroTable(counts.width, counts.rows);
  counts.data.forEach((n, i) => {
    row(result, i % counts.width)[Math.floor(i / counts.width)] = n;
  });
  return result;
}

/** Counts with a zero, of which no two rows or columns have a like sum. */
export function counted(rows: number, width: number, random: Random): Table {
  const table = zeroTable(rows, width);
  for (let w = 0; w < rows; w++)
    for (let c = 0; c < width; c++) row(table, w)[c] = 1 + w * w + 3 * c + Math.floor(3 * random());
  row(table, rows - 1)[0] = 0;
  return table;
}
