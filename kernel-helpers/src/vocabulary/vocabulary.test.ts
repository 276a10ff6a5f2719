import fc from "fast-check";
import { expect, test } from "vitest";
import { buildVocabulary } from "./build-vocabulary.ts";
import { encode } from "./encode.ts";
import { keepProbabilities, subsample } from "./keep-probabilities.ts";
import { similarSpellings } from "./similar-spellings.ts";
import { wordId } from "./word-id.ts";

const corpus = fc.array(fc.constantFrom("a", "b", "c", "d", "constructor", "__proto__"), { minLength: 1 });

test("buildVocabulary() numbers words by falling count, then by first occurrence", () => {
  const { words, counts } = buildVocabulary(["x", "b", "a", "b", "a"], { minCount: 1 });
  expect(words).toEqual(["b", "a", "x"]);
  expect([...counts]).toEqual([2, 2, 1]);
});

test("buildVocabulary() makes ids the inverse of words, and counts every token", () => {
  fc.assert(
    fc.property(corpus, (tokens) => {
      const { words, ids, counts } = buildVocabulary(tokens, { minCount: 1 });
      words.forEach((word, id) => {
        expect(ids.get(word)).toBe(id);
      });
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(tokens.length);
    }),
  );
});

test("buildVocabulary() leaves out words below minCount", () => {
  expect(buildVocabulary(["a", "a", "b"], { minCount: 2 }).words).toEqual(["a"]);
});

test("buildVocabulary() keeps words that occur five times by default", () => {
  const times = (count: number, word: string): string[] => new Array(count).fill(word);
  expect(buildVocabulary([...times(4, "four"), ...times(5, "five")]).words).toEqual(["five"]);
});

test("buildVocabulary() says what to do when no word is frequent enough", () => {
  expect(() => buildVocabulary(["a"], { minCount: 2 })).toThrow(
    "none of the 1 words occurs 2 times. Remedy: use a larger corpus",
  );
});

test.each([0, 1.5, Number.NaN])("buildVocabulary() refuses minCount %d", (minCount) => {
  expect(() => buildVocabulary(["a"], { minCount })).toThrow("Cannot build a vocabulary as minCount must be");
});

test("buildVocabulary() says that there are no words at all", () => {
  expect(() => buildVocabulary([])).toThrow("there are no words. Remedy: ");
});

test("encode() is undone by words[id], and leaves out unknown words", () => {
  const vocabulary = buildVocabulary(["a", "b"], { minCount: 1 });
  const ids = encode(vocabulary, ["b", "?", "a", "b"]);
  expect(ids.map((id) => vocabulary.words[id])).toEqual(["b", "a", "b"]);
});

test("wordId() is the inverse of words, also for a decomposed word", () => {
  const vocabulary = buildVocabulary(["king", "caf\u00e9", "queen"], { minCount: 1 });
  expect(vocabulary.words.map((word) => wordId(vocabulary, word))).toEqual([0, 1, 2]);
  expect(wordId(vocabulary, "cafe\u0301")).toBe(1);
});

test("wordId() throws for an unknown word, and suggests words that are spelled like it", () => {
  const vocabulary = buildVocabulary(["king", "queen"], { minCount: 1 });
  expect(() => wordId(vocabulary, "Qeen")).toThrow(
    'Cannot look up "Qeen": it is not among the 2 words of the vocabulary. Similar: queen. Remedy: another word, or a smaller minCount',
  );
  expect(() => wordId(vocabulary, "constitution")).toThrow("of the vocabulary. Remedy: another word");
});

test("similarSpellings() counts insertions, deletions and replacements", () => {
  expect(similarSpellings("kitten", ["sitting", "kittens", "mitten", "bitte"])).toEqual([
    "kittens",
    "mitten",
    "bitte",
  ]);
});

test("keepProbabilities() drops occurrences only of words above 2.618 times the threshold", () => {
  // √r + r = 1 at r = ((√5 - 1) / 2)²; f / t = 1 / r = 2.618…
  const edge = 1 / ((Math.sqrt(5) - 1) / 2) ** 2;
  const total = 1e9;
  const [below, above] = [edge * 0.999, edge * 1.001].map((times) => {
    const count = Math.round(times * 1e-3 * total);
    return keepProbabilities([count, total - count], { sample: 1e-3 })[0];
  });
  expect(below).toBe(1);
  expect(above).toBeLessThan(1);
});

test("keepProbabilities() uses the threshold 1e-3 by default", () => {
  const counts = [900, 90, 10];
  expect(keepProbabilities(counts)).toEqual(keepProbabilities(counts, { sample: 1e-3 }));
});

test("keepProbabilities() keeps everything when sample is 0", () => {
  expect([...keepProbabilities([9, 1], { sample: 0 })]).toEqual([1, 1]);
});

test("keepProbabilities() refuses a negative threshold", () => {
  expect(() => keepProbabilities([1], { sample: -1 })).toThrow("Cannot subsample as sample must be > 0");
});

test.each([
  [0, [0, 1]],
  [1 - 2 ** -32, [1]],
])("subsample() keeps certain words and drops impossible ones when random() is %d", (extreme, kept) => {
  expect(subsample([0, 1], Float64Array.of(0.5, 1), () => extreme)).toEqual(kept);
});
