import fc from "fast-check";
import { expect, test } from "vitest";
import { crc32c } from "../base/index.ts";
import { buildVocabulary } from "./build-vocabulary.ts";
import { corpusEncoder, type EncoderOptions } from "./corpus-encoder.ts";
import { encode } from "./encode.ts";
import type { EncodedCorpus } from "./encoded-corpus.ts";

const word = fc.constantFrom("a", "b", "c", "d", "e", "constructor", "__proto__", "a word of more than 13");
const corpus = fc.array(fc.array(word, { maxLength: 12 }), { minLength: 1, maxLength: 30 });
const options = fc.record({
  minCount: fc.integer({ min: 1, max: 4 }),
  maxVocab: fc.integer({ min: 0, max: 4 }),
  maxSentenceLength: fc.integer({ min: 0, max: 5 }),
});

function encoded(sentences: readonly (readonly string[])[], options: EncoderOptions): EncodedCorpus {
  const encoder = corpusEncoder(options);
  for (const sentence of sentences) encoder.add(sentence);
  return encoder.finish();
}

/** All numbers of a corpus, read in pieces of `size`. */
function stored(corpus: EncodedCorpus, size = 7): number[] {
  const found: number[] = [];
  const piece = new Int32Array(size);
  for (let count = size; count === size; ) {
    count = corpus.read(found.length, piece);
    found.push(...piece.subarray(0, count));
  }
  return found;
}

/** Sentences as ids the plain way: in pieces of `longest` tokens, of these the known ones, and of those with two or more. */
function plainly(
  sentences: readonly (readonly string[])[],
  { maxSentenceLength, ...options }: EncoderOptions,
): number[][] {
  const vocabulary = buildVocabulary(sentences.flat(), options);
  return sentences
    .flatMap((sentence) => {
      const longest = maxSentenceLength || sentence.length;
      const starts = sentence.map((_, i) => i).filter((i) => i % longest === 0);
      return starts.map((start) => encode(vocabulary, sentence.slice(start, start + longest)));
    })
    .filter((ids) => ids.length > 1);
}

/** What `work` gives or the message of its error. */
function outcome<Result>(work: () => Result): Result | string {
  try {
    return work();
  } catch (error) {
    return (error as Error).message;
  }
}

test("corpusEncoder() gives what buildVocabulary() and encode() give, in memory and in a file, read in any pieces", () => {
  fc.assert(
    fc.property(corpus, options, fc.constantFrom(0, 2 ** 26), fc.integer({ min: 1, max: 9 }), (...given) => {
      const [sentences, options, memory, size] = given;
      const result = outcome(() => encoded(sentences, { ...options, memory }));
      const wanted = outcome(() => buildVocabulary(sentences.flat(), options));
      if (typeof result === "string" || typeof wanted === "string") {
        expect(result).toBe(wanted);
        return;
      }
      const ids = plainly(sentences, options);
      expect(result.vocabulary).toEqual(wanted);
      expect(stored(result, size)).toEqual(ids.flatMap((sentence) => [...sentence, -1]));
      expect([result.sentences, result.tokens]).toEqual([ids.length, ids.flat().length]);
      expect(result.length).toBe(result.tokens + result.sentences);
      const framed = Int32Array.from(ids.flatMap((sentence) => [sentence.length, ...sentence]));
      const start = crc32c(new TextEncoder().encode(wanted.words.join("\n")));
      expect(result.checksum).toBe(crc32c(new Uint8Array(framed.buffer), start));
      result.close();
      expect(() => result.read(0, new Int32Array(1))).toThrow("it was closed. Remedy: ");
    }),
  );
});

test("corpusEncoder() reads the same from a file as from memory across many blocks, also into shared memory", () => {
  const sentences = Array.from({ length: 3000 }, (_, i) =>
    Array.from({ length: 90 }, (_, j) => `w${(i * j) % 977}`),
  );
  const [inMemory, partly, inFile] = [2 ** 26, 100_000, 0].map((memory) => encoded(sentences, { memory }));
  const wanted = new Int32Array(300_000);
  expect(inMemory!.read(0, wanted)).toBe(inMemory!.length);
  for (const corpus of [partly!, inFile!]) {
    const shared = new Int32Array(new SharedArrayBuffer(4 * 300_000));
    expect(corpus.read(0, shared)).toBe(inMemory!.length);
    expect(corpus.checksum).toBe(inMemory!.checksum);
    expect(shared.every((id, i) => id === wanted[i])).toBe(true);
    const middle = new Int32Array(70_000);
    expect(corpus.read(65_000, middle)).toBe(70_000);
    expect(middle.every((id, i) => id === wanted[65_000 + i])).toBe(true);
    corpus.close();
  }
});

test("corpusEncoder() divides a sentence every 1000 tokens, or never", () => {
  const sentence = Array.from({ length: 2001 }, (_, i) => (i % 2 === 0 ? "known" : `rare${i}`));
  expect(encoded([sentence], { minCount: 2 })).toMatchObject({ tokens: 1000, sentences: 2 }); // one word is no sentence
  const longer = [...sentence, "known"];
  expect(encoded([longer], { minCount: 2 })).toMatchObject({ tokens: 1002, sentences: 3 });
  const never = { minCount: 2, maxSentenceLength: 0 };
  expect(encoded([longer], never)).toMatchObject({ tokens: 1002, sentences: 1 });
  for (const maxSentenceLength of [2 ** 32 - 1, 2 ** 32, 2 ** 32 + 1, Number.MAX_SAFE_INTEGER])
    expect(encoded([longer], { ...never, maxSentenceLength })).toMatchObject({ tokens: 1002, sentences: 1 });
});

/** Counting with forgetting, as the docstring of `corpusEncoder` says it: the counts, and how many times. */
function forgetful(
  tokens: readonly string[],
  pruneAt: number,
): { counts: Map<string, number>; times: number } {
  const counts = new Map<string, number>();
  let times = 0;
  for (const token of tokens) {
    counts.set(token, (counts.get(token) ?? 0) + 1);
    if (counts.size <= pruneAt) continue;
    times++;
    for (const [word, count] of [...counts]) if (count <= times) counts.delete(word);
  }
  return { counts, times };
}

test("corpusEncoder() forgets rare words beyond pruneAt, and leaves out their occurrences of before", () => {
  const letters = fc.array(fc.constantFrom(..."aaabbbcdefghijklm"), { minLength: 1, maxLength: 200 });
  fc.assert(
    fc.property(letters, fc.integer({ min: 1, max: 8 }), (tokens, pruneAt) => {
      const { counts, times } = forgetful(tokens, pruneAt);
      fc.pre(counts.size > 0);
      const corpus = encoded([tokens], { minCount: 1, pruneAt });
      const { words, ids } = corpus.vocabulary;
      const ranked = [...counts].sort(([, a], [, b]) => b - a);
      expect(words.map((word, id) => [word, corpus.vocabulary.counts[id]])).toEqual(ranked);
      const left = new Map(ranked);
      const kept = tokens.toReversed().filter((token) => {
        const count = left.get(token) ?? 0;
        left.set(token, count - 1);
        return count > 0; // the last `count` occurrences of a word are those that were counted
      });
      const wanted = kept.length < 2 ? [] : [...kept.toReversed().map((token) => ids.get(token)), -1];
      expect(stored(corpus)).toEqual(wanted);
      for (const [word, count] of ranked) {
        const lost = tokens.filter((token) => token === word).length - count;
        expect(lost).toBeGreaterThanOrEqual(0);
        expect(lost).toBeLessThanOrEqual((times * (times + 1)) / 2);
      }
    }),
  );
});

test.each([
  [{ minCount: 0 }, "minCount must be a whole number >= 1: current value is 0"],
  [{ maxVocab: -1 }, "maxVocab must be a whole number >= 0: current value is -1"],
  [{ pruneAt: 2 ** 24 }, "pruneAt must be <= 16777214: current value is 16777216"],
  [{ maxSentenceLength: 0.5 }, "maxSentenceLength must be a whole number >= 0: current value is 0.5"],
])("corpusEncoder() refuses %o", (options, message) => {
  expect(() => corpusEncoder(options)).toThrow(message);
});

test.each(["finish", "close"] as const)("corpusEncoder() refuses more work after %s()", (end) => {
  const encoder = corpusEncoder({ minCount: 1 });
  encoder.add(["a", "b"]);
  const corpus = encoder[end]();
  const how = `its encoder was ${end === "close" ? "closed" : "finished"}: it takes no more`;
  expect(() => encoder.add(["c"])).toThrow(how);
  expect(() => encoder.addText("c", "words")).toThrow(how);
  expect(() => encoder.finish()).toThrow(how);
  if (corpus) expect(stored(corpus)).toEqual([0, 1, -1]);
});

test("corpusEncoder() counts its tokens, and keeps no long text in memory for a short word", () => {
  const encoder = corpusEncoder({ minCount: 1 });
  const text = `${"x".repeat(1 << 20)} internationalisation`;
  encoder.add([text.slice(-20), "b"]);
  expect(encoder.tokens()).toBe(2);
  expect(encoder.finish().vocabulary.words).toEqual(["internationalisation", "b"]);
});
