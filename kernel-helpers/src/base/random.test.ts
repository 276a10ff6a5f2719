import { expect, test } from "vitest";
import { randomBelow, seededRandom } from "./random.ts";

const numbers = (seed: number, count: number): number[] => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => random());
};

test("seededRandom() repeats its numbers for the same seed", () => {
  expect(numbers(7, 20)).toEqual(numbers(7, 20));
});

test("seededRandom() gives the numbers that it always gave, so what lessons say about seeds stays true", () => {
  expect(numbers(1, 3).map((x) => x * 2 ** 32)).toEqual([2974324012, 1869513663, 3417061196]);
});

test("seededRandom() starts neighbouring seeds far apart", () => {
  const first = Array.from({ length: 1000 }, (_, seed) => numbers(seed, 1)[0] as number);
  expect(new Set(first).size).toBe(1000);
  // Uniform first numbers: mean 1/2 with standard error 1/√(12·1000) = 0.009; 5 of them.
  expect(Math.abs(first.reduce((sum, x) => sum + x) / 1000 - 0.5)).toBeLessThan(0.046);
  // Independent neighbours: correlation 0 with standard error 1/√1000 = 0.032; 5 of them.
  let product = 0;
  for (let i = 1; i < 1000; i++) product += ((first[i - 1] as number) - 0.5) * ((first[i] as number) - 0.5);
  expect(Math.abs((product / 999) * 12)).toBeLessThan(0.16);
});

test("seededRandom() differs for seeds that share their low 32 bits", () => {
  expect(numbers(5, 3)).not.toEqual(numbers(5 + 2 ** 32, 3));
});

test("seededRandom() is uniform: 16 bins pass a chi-square test", () => {
  const bins = new Array<number>(16).fill(0);
  for (const x of numbers(42, 160_000)) bins[Math.floor(x * 16)] = (bins[Math.floor(x * 16)] as number) + 1;
  const chi = bins.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
  expect(chi).toBeLessThan(37.7); // 15 degrees of freedom, p = 0.001
});

test.each([-1, 0.5, Number.NaN, 2 ** 53])("seededRandom() refuses the seed %d", (seed) => {
  expect(() => seededRandom(seed)).toThrow(
    `Cannot seed a random source as seed must be a whole number >= 0: current value is ${seed}`,
  );
});

test.each([
  [0, 0],
  [1 - 2 ** -32, 4],
])("randomBelow() stays below its limit when random() is %d", (extreme, expected) => {
  expect(randomBelow(5, () => extreme)).toBe(expected);
});
