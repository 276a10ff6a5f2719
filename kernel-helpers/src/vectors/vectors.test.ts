import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { dot, norm, seededRandom } from "../base/index.ts";
import { analogy } from "./analogy.ts";
import { decodeWord2vecBinary } from "./binary-format.ts";
import { cosineSimilarity, unit } from "./cosine-similarity.ts";
import { neighbours } from "./neighbours.ts";
import { vectorOf } from "./vector-of.ts";
import { vectorsFromRows } from "./vectors-from-rows.ts";
import { wordVectors } from "./word-vectors.ts";

const golden = new URL("../../golden/", import.meta.url);
const answers = JSON.parse(readFileSync(new URL("word2vec-format.json", golden), "utf8"));
const fromGensim = decodeWord2vecBinary(readFileSync(new URL("word2vec-format.bin", golden)));
const compass = wordVectors(["east", "north", "northeast", "nowhere", "west"], {
  rows: 5,
  width: 2,
  data: new Float32Array([2, 0, 0, 3, 1, 1, 0, 0, -1, 0]),
});

test("wordVectors() refuses words without a row, a table of the wrong size, and a repeated word", () => {
  const table = { rows: 2, width: 2, data: new Float32Array(4) };
  expect(() => wordVectors(["a"], table)).toThrow(/1 words and 2 rows/);
  expect(() => wordVectors(["a", "b"], { ...table, data: new Float32Array(3) })).toThrow(
    /2 × 2 numbers, but it holds 3/,
  );
  expect(() => wordVectors(["a", "a"], table)).toThrow(/"a" occurs twice, as word 0 and word 1/);
});

test("vectorOf() is a view into the table", () => {
  const vectors = wordVectors(["a"], { rows: 1, width: 2, data: new Float32Array(2) });
  vectorOf(vectors, "a")[1] = 5;
  expect([...vectors.table.data]).toEqual([0, 5]);
});

test("vectorOf() finds a decomposed word by its composed form, unless both are there", () => {
  const [composed, decomposed] = ["caf\u00e9", "cafe\u0301"];
  expect([...vectorOf(vectorsFromRows({ [composed]: [1] }), decomposed)]).toEqual([1]);
  expect([...vectorOf(vectorsFromRows({ [composed]: [1], [decomposed]: [2] }), decomposed)]).toEqual([2]);
});

test("vectorOf() suggests words that are spelled like an unknown word", () => {
  expect(() => vectorOf(compass, "Noth")).toThrow(/"Noth".*5 words.*Similar: north/);
  expect(() => vectorOf(compass, "constitution")).toThrow(
    "5 words of these vectors. Remedy: one of these words, in its spelling",
  );
});

test("vectorOf() says how many words there are, also one and none", () => {
  expect(() => vectorOf(vectorsFromRows({ the: [1] }), "constitution")).toThrow(
    "the 1 word of these vectors",
  );
  expect(() => vectorOf(vectorsFromRows({}), "king")).toThrow(
    'Cannot look up "king": these vectors have no words. Remedy: other vectors',
  );
});

test("cosineSimilarity() is the cosine of the angle", () => {
  expect(cosineSimilarity(new Float64Array([1, 0]), new Float64Array([1, 1]))).toBeCloseTo(Math.SQRT1_2, 15);
});

test("cosineSimilarity() is symmetric, at most 1, and independent of the lengths", () => {
  const vector = fc
    .array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 3, maxLength: 3 })
    .filter((x) => x.some((number) => Math.abs(number) > 1e-100)); // smaller ones lose digits when scaled
  fc.assert(
    fc.property(vector, vector, fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (x, y, factor) => {
      const [a, b] = [Float64Array.from(x), Float64Array.from(y)];
      const cosine = cosineSimilarity(a, b);
      expect(cosine).toBe(cosineSimilarity(b, a));
      expect(Math.abs(cosine)).toBeLessThanOrEqual(1 + 1e-15);
      expect(
        Math.abs(
          cosineSimilarity(
            a.map((z) => z * factor),
            b,
          ) - cosine,
        ),
      ).toBeLessThanOrEqual(1e-9);
    }),
  );
});

test("cosineSimilarity() does not underflow or overflow", () => {
  expect(cosineSimilarity(new Float64Array([1e-200, 0]), new Float64Array([1e200, 0]))).toBe(1);
});

test("cosineSimilarity() refuses a zero vector, NaN and vectors of different lengths", () => {
  const a = new Float64Array([1, 2]);
  expect(() => cosineSimilarity(a, new Float64Array(2))).toThrow(/largest number is 0/);
  expect(() => cosineSimilarity(a, new Float64Array([1, Number.NaN]))).toThrow(RangeError);
  expect(() => cosineSimilarity(a, new Float64Array(3))).toThrow(/2 and 3 numbers/);
});

test("neighbours() leaves out the word itself, zero vectors and excluded words", () => {
  expect(neighbours(compass, "east").map(({ word }) => word)).toEqual(["northeast", "north", "west"]);
  expect(neighbours(compass, "east", { exclude: ["northeast"], count: 1 })).toEqual([
    { word: "north", cosine: 0 },
  ]);
});

test("neighbours() of a vector may include any word", () => {
  expect(neighbours(compass, vectorOf(compass, "east"), { count: 1 })).toEqual([{ word: "east", cosine: 1 }]);
});

test("neighbours() refuses a vector of another length, a zero vector, and a count of 0", () => {
  expect(() => neighbours(compass, new Float32Array(3))).toThrow(/has 3 numbers, and these vectors have 2/);
  expect(() => neighbours(compass, new Float32Array(2))).toThrow(/direction/);
  expect(() => neighbours(compass, "east", { count: 0 })).toThrow(/count must be a whole number >= 1/);
});

test("neighbours() and analogy() say that a word whose vector is zero has no direction", () => {
  const message =
    'Cannot compare "nowhere" with other words: its vector is zero, which has no direction. Remedy: ';
  expect(() => neighbours(compass, "nowhere")).toThrow(message);
  expect(() => analogy(compass, { positive: ["east"], negative: ["nowhere"] })).toThrow(message);
  expect(neighbours(compass, "east", { exclude: ["nowhere"] })).toHaveLength(3);
});

test.each([Number.NaN, Number.POSITIVE_INFINITY])(
  "neighbours() refuses to order words if one has %d",
  (x) => {
    const data = compass.table.data.slice();
    data[3] = x;
    const spoiled = wordVectors(compass.words, { ...compass.table, data });
    expect(() => neighbours(spoiled, "east")).toThrow(
      /each number must be finite: the vector of "north".*Remedy: /,
    );
  },
);

test.each([1, 3, 700, 9000])("neighbours() gives the first %d of all words in order, ties by id", (count) => {
  const random = seededRandom(4);
  const [rows, width] = [8000, 2];
  // whole numbers, so that many similarities are equal
  const data = Float32Array.from({ length: rows * width }, () => Math.floor(random() * 9) - 4);
  const many = wordVectors(
    Array.from({ length: rows }, (_, id) => `w${id}`),
    { rows, width, data },
  );
  const query = Float32Array.of(1, 2);
  const expected = many.words
    .map((word) => ({ word, v: vectorOf(many, word) }))
    .filter(({ v }) => v.some((x) => x !== 0))
    .map(({ word, v }) => ({ word, cosine: dot(v, unit(query)) / norm(v) }))
    .sort((a, b) => b.cosine - a.cosine)
    .slice(0, count);
  expect(neighbours(many, query, { count })).toEqual(expected);
});

test("neighbours() gives gensim's most_similar()", () => {
  for (const [word, expected] of Object.entries(answers.neighbours)) {
    expectNear(neighbours(fromGensim, word, { count: 5 }), expected as [string, number][]);
  }
});

test("analogy() gives gensim's most_similar(positive, negative)", () => {
  expectNear(
    analogy(fromGensim, { positive: ["king", "woman"], negative: ["man"], count: 5 }),
    answers.analogy,
  );
});

test("analogy() compares directions, so lengths do not matter, and refuses a question without words", () => {
  expect(analogy(compass, { positive: ["east", "north"], count: 1 })[0]?.cosine).toBeCloseTo(1, 7);
  expect(() => analogy(compass, { positive: [] })).toThrow(RangeError);
  expect(() => analogy(compass, { positive: ["east", "west"] })).toThrow(/direction/);
});

function expectNear(found: { word: string; cosine: number }[], expected: [string, number][]): void {
  expect(found.map(({ word }) => word)).toEqual(expected.map(([word]) => word));
  found.forEach(({ cosine }, i) => {
    expect(Math.abs(cosine - (expected[i] as [string, number])[1])).toBeLessThanOrEqual(answers.tolerance);
  });
}

test("wordVectors() keeps float32 numbers and rounds float64 into a copy", () => {
  const single = { rows: 1, width: 2, data: new Float32Array([1, 2]) };
  expect(wordVectors(["a"], single).table.data).toBe(single.data);
  const double = { rows: 1, width: 2, data: new Float64Array([0.1, 2]) };
  expect([...wordVectors(["a"], double).table.data]).toEqual([Math.fround(0.1), 2]);
});
