import { type Random, randomBelow, row, type Table, zeroTable } from "../../base/index.ts";

/** Symmetric counts of word pairs: some are zero, and every word has a pair. Shape (V, V). */
export function randomCounts(V: number, random: Random): Table {
  const table = zeroTable(V, V);
  for (let w = 0; w < V; w++) {
    for (let c = w; c < V; c++) {
      const times = random() < 0.3 ? 0 : 1 + randomBelow(9, random);
      row(table, w)[c] = times;
      row(table, c)[w] = times;
    }
    row(table, w)[w] = (row(table, w)[w] as number) + 2;
  }
  return table;
}

/** Σ_c #(w, c), shape (V). */
export function totalsOf(counts: Table): Float64Array {
  return Float64Array.from({ length: counts.rows }, (_, w) =>
    row(counts, w).reduce((sum, times) => sum + times, 0),
  );
}

/** A table whose number in row w, column c is `value(#(w, c), #(w), #(c), |D|)`. */
export function tableBy(
  counts: Table,
  value: (times: number, ofWord: number, ofContext: number, all: number) => number,
): Table {
  const totals = totalsOf(counts);
  const all = totals.reduce((sum, total) => sum + total, 0);
  const data = counts.data.map((times, i) => {
    const [w, c] = [Math.floor(i / counts.width), i % counts.width];
    return value(times, totals[w] as number, totals[c] as number, all);
  });
  return { ...counts, data };
}
