import fc from "fast-check";
import { expect, test } from "vitest";
import golden from "../../golden/more-text.json" with { type: "json" };
import { corpusEncoder, type EncoderOptions } from "./corpus-encoder.ts";
import { encode } from "./encode.ts";
import type { EncodedCorpus } from "./encoded-corpus.ts";

function encoded(sentences: readonly (readonly string[])[], options: EncoderOptions): EncodedCorpus {
  const encoder = corpusEncoder(options);
  for (const sentence of sentences) encoder.add(sentence);
  return encoder.finish();
}

/** Every word with its count, in the order of the ids. */
function counted({ vocabulary: { words, counts } }: EncodedCorpus): [string, number][] {
  return words.map((word, id) => [word, counts[id] as number]);
}

const split = (sentences: readonly string[]): string[][] => sentences.map((sentence) => sentence.split(" "));
const [first, second] = [split(golden.first), split(golden.second)];
const { minCount } = golden;

test("corpusEncoder({ earlier }) has the words and counts of gensim's build_vocab(update=True)", () => {
  const before = encoded(first, { minCount });
  const asMap = (pairs: unknown): Map<string, number> => new Map(pairs as [string, number][]);
  expect(asMap(counted(before))).toEqual(asMap(golden.before)); // gensim's order of equal counts is another one
  const after = encoded(second, { minCount, earlier: before.vocabulary });
  const old = golden.before.length;
  expect(after.vocabulary.words.slice(0, old)).toEqual(before.vocabulary.words);
  expect(asMap(counted(after))).toEqual(asMap(golden.after));
  const added = [...after.vocabulary.counts.subarray(old)];
  expect(added).toEqual([...added].sort((a, b) => b - a));
  expect(after.earlier).toEqual([...before.vocabulary.counts]);
  expect(before.earlier).toEqual([]);
});

test("the sentences are those that encode() gives with these words, from text too", () => {
  const before = encoded(first, { minCount });
  const after = encoded(second, { minCount, earlier: before.vocabulary });
  const wanted = second.map((tokens) => encode(after.vocabulary, tokens)).filter(({ length }) => length > 1);
  const stored = new Int32Array(after.length);
  after.read(0, stored);
  expect([...stored]).toEqual(wanted.flatMap((sentence) => [...sentence, -1]));
  const encoder = corpusEncoder({ minCount, earlier: before.vocabulary });
  encoder.addText(golden.second.join("\n"), "whitespace");
  expect(encoder.finish().checksum).toBe(after.checksum);
});

test("texts that are added one after the other count as one text where no word is rare", () => {
  const word = fc.integer({ min: 0, max: 12 }).map((n) => `w${n}`);
  const text = fc.array(fc.array(word, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(text, text, text, (a, b, c) => {
      let corpus = encoded(a, { minCount: 1 });
      for (const more of [b, c]) {
        const { words } = corpus.vocabulary;
        corpus = encoded(more, { minCount: 1, earlier: corpus.vocabulary });
        expect(corpus.vocabulary.words.slice(0, words.length)).toEqual(words);
        corpus.vocabulary.words.forEach((one, id) => {
          expect(corpus.vocabulary.ids.get(one)).toBe(id);
        });
      }
      const whole = encoded([...a, ...b, ...c], { minCount: 1 });
      expect(new Map(counted(corpus))).toEqual(new Map(counted(whole)));
    }),
    { numRuns: 50 },
  );
});

test("minCount and maxVocab leave out new words alone, the rarest first", () => {
  const earlier = { words: ["old", "gone"], counts: [9, 7] };
  const text = [["old", "a", "b", "b", "b", "c", "c", "c", "c"]];
  const words = (options: EncoderOptions): readonly string[] =>
    encoded(text, { earlier, ...options }).vocabulary.words;
  expect(words({ minCount: 1 })).toEqual(["old", "gone", "c", "b", "a"]);
  expect(words({ minCount: 3 })).toEqual(["old", "gone", "c", "b"]);
  expect(words({ minCount: 1, maxVocab: 3 })).toEqual(["old", "gone", "c"]);
  expect(words({ minCount: 1, maxVocab: 1 })).toEqual(["old", "gone"]);
  expect(words({})).toEqual(["old", "gone"]);
  expect([...encoded(text, { earlier }).vocabulary.counts]).toEqual([10, 7]);
});

test("an earlier word that is forgotten as rare keeps its id, and is counted from where it came again", () => {
  const earlier = { words: ["old", "gone"], counts: [9, 7] };
  const filler = Array.from({ length: 3 }, (_, i) => [`x${i}`, `x${i}`]); // the third one is the fifth word
  const text = [...filler, ["old", "old"]];
  const { vocabulary } = encoded(text, { minCount: 3, pruneAt: 1, earlier });
  expect([vocabulary.words, [...vocabulary.counts]]).toEqual([
    ["old", "gone"],
    [11, 7],
  ]);
});

test.each<[EncoderOptions, string]>([
  [
    { earlier: { words: ["a", "b", "a"], counts: [1, 1, 1] } },
    'each earlier word must be there once: "a" occurs',
  ],
  [
    { earlier: { words: ["a", "b"], counts: [1] } },
    "each of the 2 earlier words must have its count: there are 1",
  ],
  [{ earlier: { words: ["a", 7 as never], counts: [1, 1] } }, "must be a string: word 1 is 7. Remedy: "],
  ...(["5", Number.NaN, -3, 0.5, 2 ** 32, 5n, undefined] as never[]).map(
    (count): [EncoderOptions, string] => [
      { earlier: { words: ["a"], counts: [count] } },
      'a whole number from 0 to 4294967295: that of "a" is ',
    ],
  ),
  [{ earlier: { words: ["a"], counts: [1] }, minCount: 0 }, "minCount must be a whole number >= 1"],
  [{ earlier: { words: ["a"], counts: [1] }, maxVocab: -1 }, "maxVocab must be a whole number >= 0"],
])("corpusEncoder(%o) is refused", (options, message) => {
  expect(() => corpusEncoder(options)).toThrow(message);
});

test("a count that no longer fits is refused", () => {
  const earlier = { words: ["a", "b"], counts: [2 ** 32 - 2, 1] };
  expect(counted(encoded([["a", "b"]], { earlier }))).toEqual([
    ["a", 2 ** 32 - 1],
    ["b", 2],
  ]);
  expect(() => encoded([["a", "a"]], { earlier })).toThrow(
    'a word must occur at most 4294967295 times in all: "a" occurs 4294967296 times',
  );
});
