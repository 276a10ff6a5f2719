import fc from "fast-check";
import { expect, test } from "vitest";
import golden from "../../golden/counts.json" with { type: "json" };
import { row } from "../base/index.ts";
import { cooccurrences } from "./cooccurrences.ts";
import { pmiTable } from "./pmi-table.ts";

const { sentences, words: vocabularySize, columns, window, tolerance } = golden;
const whole = cooccurrences(sentences, { vocabularySize, window });

test("cooccurrences() gives the counts and totals of numpy", () => {
  expect([...whole.counts.data]).toEqual(golden.counts);
  expect([...whole.totals]).toEqual(golden.totals);
});

test("cooccurrences() of a few columns keeps the totals of all", () => {
  const some = cooccurrences(sentences, { vocabularySize, columns, window });
  expect(some.totals).toEqual(whole.totals);
  for (let w = 0; w < vocabularySize; w++)
    expect(row(some.counts, w)).toEqual(row(whole.counts, w).slice(0, columns));
});

test("cooccurrences() is symmetric, and its totals are the sums of its rows and of its columns", () => {
  const ids = fc.array(fc.array(fc.nat(5), { maxLength: 9 }), { maxLength: 5 });
  fc.assert(
    fc.property(ids, fc.integer({ min: 1, max: 4 }), (texts, reach) => {
      const { counts, totals } = cooccurrences(texts, { vocabularySize: 6, window: reach });
      for (let w = 0; w < 6; w++) {
        expect(row(counts, w).reduce((sum, count) => sum + count, 0)).toBe(totals[w]);
        for (let c = 0; c < 6; c++) expect(row(counts, w)[c]).toBe(row(counts, c)[w]);
      }
    }),
  );
});

test("cooccurrences() refuses ids outside the vocabulary, too many columns, and a window of 0", () => {
  expect(() => cooccurrences([[0, 9]], { vocabularySize: 9 })).toThrow(
    /from 0 to 8: current value is 9. Remedy/,
  );
  expect(() => cooccurrences([[Number.NaN]], { vocabularySize: 9 })).toThrow(/current value is NaN/);
  expect(() => cooccurrences([], { vocabularySize: 9, columns: 10 })).toThrow(/at most the 9 words/);
  expect(() => cooccurrences([], { vocabularySize: 9, window: 0 })).toThrow(
    /window must be a whole number >= 1/,
  );
});

test("pmiTable() gives the PMI of numpy, and -Infinity for pairs that never occur", () => {
  pmiTable(whole).data.forEach((value, i) => {
    const expected = golden.pmi[i];
    if (expected == null) expect(value).toBe(Number.NEGATIVE_INFINITY);
    else expect(Math.abs(value - expected)).toBeLessThanOrEqual(tolerance);
  });
});

test("pmiTable() gives numpy's positive, shifted and smoothed PMI", () => {
  const some = cooccurrences(sentences, { vocabularySize, columns, window });
  const { negative, power } = golden;
  const found = pmiTable(some, { positive: true, negative, power });
  expect(found).toMatchObject({ rows: vocabularySize, width: columns });
  found.data.forEach((value, i) => {
    expect(Math.abs(value - (golden.shifted[i] as number))).toBeLessThanOrEqual(tolerance);
  });
});

test("pmiTable() of no pairs is 0 if positive, and its mean is never below 0", () => {
  const none = cooccurrences([[0], []], { vocabularySize: 2 });
  expect([...pmiTable(none, { positive: true }).data]).toEqual([0, 0, 0, 0]);
  const pmi = pmiTable(whole).data;
  const all = whole.totals.reduce((sum, count) => sum + count, 0);
  const information = whole.counts.data.reduce(
    (sum, count, i) => sum + (count > 0 ? (count / all) * (pmi[i] as number) : 0),
    0,
  );
  expect(information).toBeGreaterThan(0);
});

test("pmiTable() refuses a shift by less than one and a power of 0", () => {
  expect(() => pmiTable(whole, { negative: 0 })).toThrow(/negative must be a whole number >= 1/);
  expect(() => pmiTable(whole, { power: 0 })).toThrow(/power must be > 0/);
});
