import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { findPythonPackage } from "../../../tools/programs/find-python-package.ts";
import { decodeWord2vecBinary, encodeWord2vecBinary } from "./binary-format.ts";
import { loadVectors, saveVectors } from "./files.ts";
import { decodeWord2vecText, encodeWord2vecText } from "./text-format.ts";
import { type WordVectors, wordVectors } from "./word-vectors.ts";

const golden = (name: string): Uint8Array => readFileSync(new URL(`../../golden/${name}`, import.meta.url));
const answers = JSON.parse(new TextDecoder().decode(golden("word2vec-format.json")));
const folder = mkdtempSync(join(tmpdir(), "w2v-"));
afterAll(() => rmSync(folder, { recursive: true }));

const some = wordVectors(["the", "水", "\ufeffx"], {
  rows: 3,
  width: 2,
  data: new Float32Array([0.1, -0, 1e-45, 3.4e38, -1.5, 16777217]),
});
const bits = ({ table }: WordVectors): number[] => [...new Uint32Array(table.data.slice().buffer)];
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const anyWord = fc
  .string({ unit: "binary", minLength: 1 })
  .filter((word) => !/[ \n]|\p{Surrogate}/u.test(word));
const anyVectors = fc
  .tuple(fc.uniqueArray(anyWord), fc.integer({ min: 1, max: 4 }))
  .chain(([words, width]) => {
    const size = words.length * width;
    return fc
      .float32Array({ noNaN: true, noDefaultInfinity: true, minLength: size, maxLength: size })
      .map((data) => wordVectors(words, { rows: words.length, width, data }));
  });

const formats = [
  { name: "Text", encode: encodeWord2vecText, decode: decodeWord2vecText, file: "word2vec-format.txt" },
  { name: "Binary", encode: encodeWord2vecBinary, decode: decodeWord2vecBinary, file: "word2vec-format.bin" },
];

for (const { name, encode, decode, file } of formats) {
  test(`decodeWord2vec${name}() gives back every word and every bit of encodeWord2vec${name}()`, () => {
    fc.assert(
      fc.property(anyVectors, (vectors) => {
        const back = decode(encode(vectors));
        expect(back.words).toEqual(vectors.words);
        expect(bits(back)).toEqual(bits(vectors));
      }),
    );
  });

  test(`decodeWord2vec${name}() reads gensim's file, bit for bit`, () => {
    const read = decode(golden(file));
    expect(read.words).toEqual(answers.words);
    expect(bits(read)).toEqual(answers.bits);
  });

  test(`encodeWord2vec${name}() refuses a word that the format cannot represent`, () => {
    for (const word of ["", "New York", "a\nb", "\ud800"]) {
      const vectors = wordVectors([word], { rows: 1, width: 1, data: new Float32Array(1) });
      expect(() => encode(vectors)).toThrow(/word may not be empty.*word 0/);
    }
  });
}

test("encodeWord2vecText() refuses a number that is not finite", () => {
  for (const x of [Number.NaN, Number.POSITIVE_INFINITY]) {
    const vectors = wordVectors(["a"], { rows: 1, width: 1, data: new Float32Array([x]) });
    expect(() => encodeWord2vecText(vectors)).toThrow(/finite/);
  }
});

test.each([
  ["2 2\nthe 1 2\ncat 1\n", /line 3 should be a word and 2 numbers.*it has 1/],
  ["2 2\nthe 1 2\ncat 1 x\n", /"x" in line 3 is not a finite number/],
  ["2 2\nthe 1 2\ncat 1  \n", /line 3/],
  ["2 2\nthe 1  2\ncat 1 2\n", /line 2/],
  ["2 2\nthe 1 2\n", /line 1 announces 2 words, but 1 more/],
  ["1 2\nthe 1 nan\n", /line 2/],
  ["2 1\nthe 1\nthe 2\n", /"the" occurs twice, as word 0 and word 1/],
])("decodeWord2vecText() says where %j is wrong", (text, message) => {
  expect(() => decodeWord2vecText(bytesOf(text))).toThrow(message);
});

test("decodeWord2vecText() names the line that is not UTF-8", () => {
  expect(() => decodeWord2vecText(new Uint8Array([49, 32, 49, 10, 255, 32, 49, 10]))).toThrow(
    /line 2 is not UTF-8/,
  );
});

test("decodeWord2vecText() reads GloVe's files, which have no first line", () => {
  const read = decodeWord2vecText(bytesOf("the 0.5 1 2\nof 1 2 3"));
  expect(read.words).toEqual(["the", "of"]);
  expect([...read.table.data]).toEqual([0.5, 1, 2, 1, 2, 3]);
});

test("decodeWord2vecText() expects as many numbers as the first word has, if there is no first line", () => {
  expect(() => decodeWord2vecText(bytesOf("the 0.5 1 2\nof 1"))).toThrow(
    /line 2 should be a word and 3 numbers/,
  );
});

test("decodeWord2vecText() finds no word in an empty file", () => {
  const { words, table } = decodeWord2vecText(bytesOf(""));
  expect([words, table.rows, table.width]).toEqual([[], 0, 0]);
});

test("decodeWord2vecText() accepts word2vec.c's spaces and Windows' returns at line ends", () => {
  expect([...decodeWord2vecText(bytesOf("1 2 \r\nthe 1 2 \r\n")).table.data]).toEqual([1, 2]);
});

test.each([
  ["", /byte 0 .*a first line/],
  ["\n", /byte 0 .*"5000 100"/],
  ["five\n", /byte 0 .*"5000 100"/],
  ["1 4\nthe 123", /byte 11 .*1 words with 4 numbers/],
  ["9999999 9999999\n", /byte 16/],
  ["2 1\na 1234longword", /byte 10 .*word 1/],
])("decodeWord2vecBinary() says where %j is wrong", (text, message) => {
  expect(() => decodeWord2vecBinary(bytesOf(text))).toThrow(message);
});

test.each(["x.vec", "x.txt", "x.bin"])("loadVectors() reads what saveVectors() wrote to %s", async (name) => {
  await saveVectors(join(folder, name), some);
  const back = await loadVectors(join(folder, name));
  expect([back.words, bits(back)]).toEqual([some.words, bits(some)]);
});

test("saveVectors() refuses a path with an unknown ending", async () => {
  await expect(saveVectors("vectors.npz", some)).rejects.toThrow(/\.vec, \.txt or \.bin.*vectors\.npz/);
});

const python = findPythonPackage("gensim");

test.runIf(python)(
  "gensim reads what saveVectors() wrote, bit for bit",
  async () => {
    const vectors = decodeWord2vecBinary(golden("word2vec-format.bin"));
    const script =
      "import sys, json, numpy; from gensim.models import KeyedVectors; " +
      "k = KeyedVectors.load_word2vec_format(sys.argv[1], binary=sys.argv[1].endswith('bin')); " +
      "print(json.dumps([k.index_to_key, k.vectors.view(numpy.uint32).ravel().tolist()]))";
    for (const name of ["ours.txt", "ours.bin"]) {
      await saveVectors(join(folder, name), vectors);
      const read = JSON.parse(
        execFileSync(python as string, ["-c", script, join(folder, name)], { encoding: "utf8" }),
      );
      expect(read).toEqual([vectors.words, bits(vectors)]);
    }
  },
  60_000,
);
