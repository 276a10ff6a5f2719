import fc from "fast-check";
import { expect, test } from "vitest";
import { seededRandom } from "../base/index.ts";
import { drawNegatives } from "./draw-negatives.ts";
import { negativeSampler } from "./negative-sampler.ts";
import { cbowExamples, skipGramPairs } from "./windows.ts";

const sentence = fc.array(fc.nat(9), { maxLength: 12 });
const window = fc.integer({ min: 1, max: 6 });

test("skipGramPairs() gives each pair of positions at most `window` apart, once in each direction", () => {
  fc.assert(
    fc.property(sentence, window, (ids, window) => {
      const expected: string[] = [];
      ids.forEach((center, t) => {
        ids.forEach((context, s) => {
          if (s !== t && Math.abs(s - t) <= window) expected.push(`${center} ${context}`);
        });
      });
      const pairs = [...skipGramPairs(ids, { window })].map((pair) => `${pair.center} ${pair.context}`);
      expect(pairs).toEqual(expected);
    }),
  );
});

test("cbowExamples() uses five words on each side by default", () => {
  const [first] = cbowExamples([0, 1, 2, 3, 4, 5, 6]);
  expect(first?.context).toEqual([1, 2, 3, 4, 5]);
});

test("cbowExamples() leaves out a word without neighbours", () => {
  expect([...cbowExamples([4], { window: 2 })]).toEqual([]);
});

test("cbowExamples() keeps both occurrences of a repeated word in the context", () => {
  expect([...cbowExamples([1, 2, 1], { window: 1 })][1]).toEqual({ center: 2, context: [1, 1] });
});

test.each([
  [0, 1],
  [1 - 2 ** -32, 3],
])("cbowExamples() shrinks the window to 1 … window when random() is %d", (extreme, reach) => {
  const examples = [...cbowExamples([0, 1, 2, 3, 4, 5, 6], { window: 3, random: () => extreme })];
  expect(examples[3]?.context).toHaveLength(2 * reach);
});

test.each([0, 2.5, Number.NaN])("cbowExamples() refuses the window %d", (window) => {
  expect(() => [...cbowExamples([1, 2], { window })]).toThrow("Cannot make examples as window must be");
});

test("negativeSampler() draws by counts to the power 0.75: a chi-square test passes", () => {
  const counts = [1000, 100, 10, 10, 1];
  const draws = 200_000;
  const sampler = negativeSampler(counts, seededRandom(1));
  const seen = new Array<number>(counts.length).fill(0);
  for (let i = 0; i < draws; i++) {
    const word = sampler();
    seen[word] = (seen[word] as number) + 1;
  }
  const total = counts.reduce((sum, count) => sum + count ** 0.75, 0);
  const chi = counts.reduce((sum, count, word) => {
    const expected = (draws * count ** 0.75) / total;
    return sum + ((seen[word] as number) - expected) ** 2 / expected;
  }, 0);
  expect(chi).toBeLessThan(18.5); // 4 degrees of freedom, p = 0.001
});

test.each([0, 1 - 2 ** -32])(
  "negativeSampler() draws only words with a count when random() is %d",
  (extreme) => {
    expect(negativeSampler([0, 5, 0], () => extreme)()).toBe(1);
  },
);

test("negativeSampler() never draws a word without a count", () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(3), { minLength: 1 }),
      fc.double({ min: 0, max: 1 - 2 ** -32, noNaN: true }),
      (counts, x) => {
        fc.pre(counts.some((count) => count > 0));
        expect(counts[negativeSampler(counts, () => x)()]).toBeGreaterThan(0);
      },
    ),
  );
});

test("negativeSampler() never draws a word without a count, though 0 to the power 0 is 1", () => {
  const random = seededRandom(2);
  const sampler = negativeSampler([0, 5, 0, 5], random, { power: 0 });
  expect(new Set(Array.from({ length: 50 }, sampler))).toEqual(new Set([1, 3]));
});

test("negativeSampler() refuses counts without a finite sum", () => {
  expect(() => negativeSampler([Number.POSITIVE_INFINITY], Math.random)).toThrow("current value is Infinity");
});

test("negativeSampler() refuses counts that are all zero", () => {
  expect(() => negativeSampler([0, 0], Math.random)).toThrow(
    "must have a sum > 0 and finite: current value is 0",
  );
});

test("drawNegatives() never returns the target, and throws if there is no other word", () => {
  const negatives = drawNegatives(negativeSampler([5, 1], seededRandom(3)), 50, 0);
  expect(negatives).toEqual(new Array(50).fill(1));
  expect(() => drawNegatives(() => 0, 1, 0)).toThrow("Remedy: use a vocabulary of at least two words");
});
