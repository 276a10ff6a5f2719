import fc from "fast-check";
import { expect, test } from "vitest";
import golden from "../../golden/huffman.json" with { type: "json" };
import { type HuffmanPath, huffmanTree } from "./huffman-tree.ts";

const falling = fc
  .array(fc.integer({ min: 1, max: 12 }), { minLength: 2, maxLength: 40 })
  .map((counts) => counts.sort((a, b) => b - a));

/** Bits to write the text: Σ_w count_w · L_w. */
function bits(counts: readonly number[], tree: readonly HuffmanPath[]): number {
  return counts.reduce((sum, count, word) => sum + count * (tree[word]?.code.length ?? Number.NaN), 0);
}

/** The smallest possible number of bits: join the two lightest weights, sorting each time, and add up all sums. */
function fewestBits(counts: readonly number[]): number {
  const weights = [...counts];
  let total = 0;
  while (weights.length > 1) {
    weights.sort((a, b) => a - b);
    const joined = weights.splice(0, 2).reduce((sum, weight) => sum + weight, 0);
    weights.push(joined);
    total += joined;
  }
  return total;
}

test("huffmanTree() gives gensim's codes and points", () => {
  const tree = huffmanTree(golden.counts);
  expect(tree.map(({ code }) => code.join(""))).toEqual(golden.code);
  expect(tree.map(({ points }) => points)).toEqual(golden.points);
});

test("huffmanTree() needs as many bits as gensim if counts tie", () => {
  expect(bits(golden.tied.counts, huffmanTree(golden.tied.counts))).toBe(golden.tied.bits);
});

test("huffmanTree() breaks ties like word2vec.c: inner nodes before words, later words before earlier ones", () => {
  // 1 + 1 make node 0 of weight 2; it comes before word 1, which has the same weight
  expect(huffmanTree([3, 2, 1, 1])).toEqual([
    { points: [2], code: [0] },
    { points: [2, 1], code: [1, 1] },
    { points: [2, 1, 0], code: [1, 0, 1] },
    { points: [2, 1, 0], code: [1, 0, 0] },
  ]);
});

test("huffmanTree() needs the smallest possible number of bits, and every branch ends at a word", () => {
  fc.assert(
    fc.property(falling, (counts) => {
      const tree = huffmanTree(counts);
      expect(bits(counts, tree)).toBe(fewestBits(counts));
      expect(tree.reduce((sum, { code }) => sum + 2 ** -code.length, 0)).toBe(1); // Kraft's sum
      expect(new Set(tree.map(({ code }) => code.join(""))).size).toBe(counts.length);
    }),
  );
});

test("huffmanTree() starts every path at the root, and words with a common code prefix share its nodes", () => {
  fc.assert(
    fc.property(falling, (counts) => {
      const nodes = new Map<string, number>();
      for (const { points, code } of huffmanTree(counts)) {
        expect(points.length).toBe(code.length);
        points.forEach((node, depth) => {
          const prefix = code.slice(0, depth).join("");
          expect(nodes.get(prefix) ?? node).toBe(node);
          nodes.set(prefix, node);
        });
      }
      expect(nodes.get("")).toBe(counts.length - 2);
      expect([...nodes.values()].sort((a, b) => a - b)).toEqual(counts.slice(1).map((_, node) => node));
    }),
  );
});

test.each([
  [[], "there are 0"],
  [[5], "there are 1"],
  [[2, 3], "count 1 is 3 after 2"],
  [[2, Number.NaN], "count 1 is NaN"],
])("huffmanTree() refuses the counts %j", (counts, message) => {
  expect(() => huffmanTree(counts)).toThrow(message);
});
