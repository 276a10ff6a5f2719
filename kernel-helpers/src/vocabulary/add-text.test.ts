import fc from "fast-check";
import { expect, test } from "vitest";
import { sentencesOf } from "../corpus/index.ts";
import { type TokenizerName, tokenizer, tokenizerNames } from "../tokens/index.ts";
import { type CorpusEncoder, corpusEncoder, type EncoderOptions, encoderOn } from "./corpus-encoder.ts";

// W2V_RUNS=20000 npx vitest run kernel-helpers/src/vocabulary/add-text
const RUNS = Number(process.env.W2V_RUNS ?? 150);
const encoder = new TextEncoder();
const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, "\ufffd");

/** All that is known about a corpus, or the message of the error that it ends with. */
function outcome(encoder: CorpusEncoder): unknown {
  try {
    const corpus = encoder.finish();
    const ids = new Int32Array(corpus.length);
    corpus.read(0, ids);
    const { words, counts } = corpus.vocabulary;
    return { words, counts, ids, given: corpus.given, checksum: corpus.checksum };
  } catch (error) {
    return (error as Error).message;
  }
}

/** Expects that `addText` does with texts what `add` does with the tokens of their sentences. */
function expectSame(
  texts: readonly string[],
  name: TokenizerName,
  { slots, ...options }: EncoderOptions & { slots?: number },
): void {
  const [fast, plain] = [encoderOn({ slots }, options), corpusEncoder(options)];
  const tokensOf = tokenizer(name);
  texts.forEach((text, i) => {
    fast.addText(i % 2 === 0 ? text : encoder.encode(text), name);
    for (const sentence of sentencesOf(text)) plain.add(tokensOf(sentence));
  });
  expect(fast.tokens()).toBe(plain.tokens());
  expect(fast.sample().plain).toEqual(plain.sample().plain);
  expect(fast.sample().others).toEqual(plain.sample().others);
  expect(outcome(fast)).toEqual(outcome(plain));
}

const hard = fc.constantFrom(
  ..."aabBkK'’.!?; \n\r\t,-0\0\u00a0\u3000éİßΣςK。”\u0301\u200d\u200c국가\u1100\u1161।ⅷȺⱥ–—\ufeff\u2028\u{1f600}",
);
const ascii = fc.constantFrom(..."abcdefgXYZ   '''....!?;\n\t,-09");
const any = fc.integer({ min: 1, max: 0xffff }).map((code) => wellFormed(String.fromCharCode(code)));
const text = (letter: fc.Arbitrary<string>, maxLength: number): fc.Arbitrary<string> =>
  fc.array(letter, { maxLength }).map((all) => all.join(""));
const pieces = fc.constantFrom(
  "the ",
  "king",
  "'s",
  "’s",
  ". ",
  "\n",
  "Don't ",
  "fiancé",
  " It",
  "; ",
  "3.5",
  "Öl",
  "“Да”, ",
  "naïve",
);
const long = fc
  .tuple(fc.constantFrom("x", "é", "ab'c", "国", "’s"), fc.integer({ min: 1, max: 140 }))
  .map(([unit, count]) => unit.repeat(count));
const prose = fc.oneof(
  text(hard, 200),
  text(ascii, 400),
  text(any, 40),
  text(fc.oneof(ascii, hard), 300),
  text(fc.oneof(pieces, long), 60),
  fc.string({ maxLength: 60 }).map((text) => wellFormed(text)),
);

test.each(tokenizerNames)("addText() adds what add() does for the tokens of %s of each sentence", (name) => {
  const options = fc.record({
    minCount: fc.integer({ min: 1, max: 2 }),
    maxVocab: fc.constantFrom(0, 0, 3),
    maxSentenceLength: fc.integer({ min: 0, max: 5 }),
    pruneAt: fc.constantFrom(1, 2, 5, 9, 4_000_000),
    slots: fc.constantFrom(1, 2, 16),
  });
  fc.assert(
    fc.property(fc.array(prose, { maxLength: 4 }), options, (texts, options) => {
      expectSame(texts, name, options);
    }),
    { numRuns: RUNS },
  );
});

test("addText() adds the same at every place of a block of 64 bytes", () => {
  const sentence = "It’s so; the l'été 'quoted' isn't o'. 3.5 x\t\n";
  for (let before = 0; before < 70; before++) {
    for (const letter of ["a", " ", "é"]) {
      const text = letter.repeat(before) + sentence + "b".repeat(before) + sentence;
      for (const name of ["words", "whitespace"] as const) expectSame([text], name, { minCount: 1 });
    }
  }
});

test("addText() adds tokens of 1 to 100,000 bytes, and lines that are longer than a slice", () => {
  const lengths = [1, 7, 8, 9, 15, 16, 17, 24, 63, 64, 65, 1000, 65_536, 100_000];
  const token = lengths.flatMap((length) => [
    "x".repeat(length),
    `${"y".repeat(length)}z`,
    "é".repeat(length),
  ]);
  const line = `${token.join(" ")} ${token.toReversed().join(". ")}\n`;
  for (const name of ["words", "whitespace"] as const) {
    expectSame([line, line + line, line.replaceAll("\n", " ")], name, { minCount: 1, slots: 1 });
    expectSame([line + line + line], name, { minCount: 1, pruneAt: 20 });
  }
});

test("addText() adds many words, in several slices, and forgets rare ones among them", () => {
  const word = (i: number): string =>
    String.fromCharCode(97 + (i % 26)).repeat(1 + ((i * 7) % 45)) + (i * i).toString(36).replace(/\d/g, "ö");
  const text = Array.from({ length: 40_000 }, (_, i) => word(i % 15_000) + (i % 11 === 0 ? ".\n" : " ")).join(
    "",
  );
  expect(encoder.encode(text).length).toBeGreaterThan(3 * 2 ** 18);
  for (const pruneAt of [4_000_000, 5_000])
    expectSame([text, text], "words", { minCount: 1, pruneAt, slots: 2 });
});

test("addText() refuses bytes that end inside a character, and ends for any other bytes", () => {
  for (const before of ["", "a a ", "é", "x".repeat(63)]) {
    for (const character of "aé国\u{1f600}") {
      const bytes = encoder.encode(before + character);
      const start = encoder.encode(before).length;
      for (let end = start; end <= bytes.length; end++) {
        for (const name of tokenizerNames) {
          const add = (): void => corpusEncoder().addText(bytes.subarray(0, end), name);
          if (end === start || end === bytes.length) expect(add).not.toThrow();
          else expect(add).toThrow(`${end} bytes end inside one, which begins at byte ${start}.`);
        }
      }
    }
  }
  for (let last = 0x80; last < 0xc0; last++) {
    const wrong = Uint8Array.of(0x61, 0x20, last);
    for (const name of tokenizerNames) corpusEncoder().addText(wrong, name);
  }
});

test("addText() may change the tokenizer from text to text, and be mixed with add()", () => {
  const [fast, plain] = [corpusEncoder({ minCount: 1 }), corpusEncoder({ minCount: 1 })];
  for (const name of ["words", "whitespace", "chinese", "words"] as const) {
    const text = "The King's “speech”, naïve. 国王 Öl";
    fast.addText(text, name);
    fast.add(["The", "", "\ud800", "\ud801\udc00"]);
    for (const sentence of sentencesOf(text)) plain.add(tokenizer(name)(sentence));
    plain.add(["The", "", "\ud800", "\ud801\udc00"]);
  }
  expect(outcome(fast)).toEqual(outcome(plain));
});
