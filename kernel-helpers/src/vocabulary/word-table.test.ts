import fc from "fast-check";
import { expect, test } from "vitest";
import { readString, writeString } from "./loose-utf8.ts";
import { rankWords } from "./rank-words.ts";
import { wordTable } from "./word-table.ts";

test("wordTable() numbers words by first occurrence, whatever their bytes and however small it starts", () => {
  const words = fc.oneof(
    fc.string({ unit: "binary", maxLength: 12 }),
    fc
      .array(fc.integer({ min: 0xd700, max: 0xe000 }), { maxLength: 9 })
      .map((units) => String.fromCharCode(...units)),
    fc.constantFrom("a", "aaaaaaaa", "aaaaaaaaa", "a".repeat(16), "a".repeat(17), "", "\0", "\0\0"),
  );
  fc.assert(
    fc.property(fc.array(fc.array(words, { maxLength: 15 }), { maxLength: 9 }), (sentences) => {
      const numbers: number[] = [];
      const take = (some: Int32Array): number => numbers.push(...some);
      const table = wordTable({ pruneAt: 100_000, maxSentenceLength: 0, take, slots: 1 });
      for (const sentence of sentences) table.add(sentence);
      table.flush();
      const different = [...new Set(sentences.flat())];
      const wanted = sentences
        .filter((sentence) => sentence.length > 0)
        .flatMap((sentence) => [...sentence.map((word) => different.indexOf(word)), -1]);
      expect(numbers).toEqual(wanted);
      if (different.length === 0) return;
      const { words } = rankWords(table, { minCount: 1, maxVocab: 0 }).vocabulary;
      expect(new Set(words)).toEqual(new Set(different));
    }),
    { numRuns: 40 },
  );
});

test("wordTable() hands on the numbers of many short sentences, and of one that is longer than they all", () => {
  const numbers: number[] = [];
  const take = (some: Int32Array): void => {
    for (const number of some) numbers.push(number);
  };
  const table = wordTable({ pruneAt: 100_000, maxSentenceLength: 1, take });
  const word = (i: number): string => `word ${(i * i) % 20_011}`;
  for (let i = 0; i < 30_000; i++) table.add([word(i)]);
  table.add(Array.from({ length: 50_000 }, (_, i) => word(i)));
  for (let i = 0; i < 30_000; i++) table.add([word(i), word(i + 1)]);
  table.flush();
  const added = [
    ...Array.from({ length: 30_000 }, (_, i) => word(i)),
    ...Array.from({ length: 50_000 }, (_, i) => word(i)),
    ...Array.from({ length: 30_000 }, (_, i) => [word(i), word(i + 1)]).flat(),
  ];
  const known = new Map<string, number>();
  for (const word of added) if (!known.has(word)) known.set(word, known.size);
  expect(numbers).toEqual(added.flatMap((word) => [known.get(word), -1]));
});

test("wordTable() says how much memory it needs when there is no more, and traps nowhere", () => {
  const most = 2 ** 22;
  const table = wordTable({ pruneAt: 2 ** 24, maxSentenceLength: 0, take: () => {}, most });
  const words = (from: number): string[] => Array.from({ length: 1000 }, (_, i) => `word${from + i}`);
  const fill = (): void => {
    for (let from = 0; from < 1e6; from += 1000) table.add(words(from));
  };
  expect(fill).toThrow(/^Cannot count the words: they need \d+ MB of memory, .* Remedy: .*pruneAt/);
  const other = wordTable({ pruneAt: 2 ** 24, maxSentenceLength: 0, take: () => {}, most });
  expect(() => other.addText(new Uint8Array(2 ** 22).fill(97), "words", () => {})).toThrow(
    "Cannot count the words",
  );
});

test("wordTable() says how much memory a sentence needs whose bytes no address reaches, and goes on with others", () => {
  const taken: number[] = [];
  const table = wordTable({ pruneAt: 9, maxSentenceLength: 0, take: (numbers) => taken.push(...numbers) });
  const long = "x".repeat(2 ** 28); // V8 keeps it as a tree of short strings until its letters are asked for
  expect(() => table.add(Array(6).fill(long))).toThrow(/they need 4832 MB of memory, .* Remedy: /);
  table.add(["a", "b", "a"]);
  table.flush();
  expect(taken).toEqual([0, 1, 0, -1]);
});

test("writeString() and readString() keep every string, halves of characters too", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 }), (units) => {
      const text = String.fromCharCode(...units);
      const bytes = new Uint8Array(3 * text.length + 2);
      const end = writeString(bytes, 2, text);
      expect(readString(bytes, 2, end)).toBe(text);
      if (!/\p{Surrogate}/u.test(text))
        expect(bytes.subarray(2, end)).toEqual(new TextEncoder().encode(text));
    }),
  );
});
