import fc from "fast-check";
import { expect, test } from "vitest";
import golden from "../../golden/counts.json" with { type: "json" };
import { dot, row, tableFromRows } from "../base/index.ts";
import { svdVectors } from "./svd-vectors.ts";
import { truncatedSvd } from "./truncated-svd.ts";

test("truncatedSvd() gives the singular values and vectors of numpy", () => {
  const table = { rows: golden.words, width: golden.columns, data: Float64Array.from(golden.shifted) };
  const { left, singularValues, right } = truncatedSvd(table, { components: golden.components });
  for (const [numbers, expected] of [
    [left.data, golden.left],
    [singularValues, golden.singularValues],
    [right.data, golden.right],
  ] as const) {
    expect(numbers).toHaveLength(expected.length);
    numbers.forEach((x, i) => {
      expect(Math.abs(x - (expected[i] as number))).toBeLessThanOrEqual(golden.tolerance);
    });
  }
});

const anyTable = fc
  .array(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 4, maxLength: 4 }), {
    minLength: 1,
    maxLength: 9,
  })
  .map(tableFromRows);

test("truncatedSvd() loses the squares of the singular values that it leaves out, and nothing when it keeps all", () => {
  fc.assert(
    fc.property(anyTable, fc.integer({ min: 1, max: 4 }), (x, k) => {
      const { left, singularValues, right } = truncatedSvd(x, { components: 4 });
      let lost = 0;
      for (let i = 0; i < x.rows; i++) {
        for (let j = 0; j < 4; j++) {
          const column = Float64Array.from({ length: k }, (_, c) => row(right, c)[j]!);
          const weighted = row(left, i)
            .slice(0, k)
            .map((value, c) => value * singularValues[c]!);
          lost += (row(x, i)[j]! - dot(weighted, column)) ** 2;
        }
      }
      const leftOut = singularValues.slice(k).reduce((sum, sigma) => sum + sigma ** 2, 0);
      expect(Math.abs(lost - leftOut)).toBeLessThan(1e-6);
    }),
  );
});

test("truncatedSvd() of a table of rank one has zeros after the first singular value, and changes nothing", () => {
  const x = tableFromRows([
    [2, 4],
    [1, 2],
  ]);
  const before = x.data.slice();
  const { left, singularValues } = truncatedSvd(x, { components: 2 });
  expect(singularValues[0]).toBeCloseTo(5, 12);
  expect(singularValues[1]).toBe(0);
  expect([left.data[1], left.data[3]]).toEqual([0, 0]);
  expect(x.data).toEqual(before);
});

test("truncatedSvd() refuses too many components, none, and numbers that are not finite", () => {
  const x = tableFromRows([[1, 2]]);
  expect(() => truncatedSvd(x, { components: 3 })).toThrow(
    /at most the 2 numbers of a row: current value is 3/,
  );
  expect(() => truncatedSvd(x, { components: 0 })).toThrow(/components must be a whole number >= 1/);
  expect(() => truncatedSvd(tableFromRows([[Number.NEGATIVE_INFINITY, 0]]), { components: 1 })).toThrow(
    /row 0 has -Infinity/,
  );
});

test("svdVectors() has the dot products of the rows, or weighs its directions by a power of σ", () => {
  const x = tableFromRows([
    [3, 1, 0],
    [0, 2, 2],
    [1, 1, 1],
  ]);
  const svd = truncatedSvd(x, { components: 3 });
  const vectors = svdVectors(svd);
  for (let i = 0; i < 3; i++) {
    for (let j = 0; j < 3; j++)
      expect(dot(row(vectors, i), row(vectors, j))).toBeCloseTo(dot(row(x, i), row(x, j)), 9);
  }
  const rooted = svdVectors(svd, { components: 2, power: 0.5 });
  expect(rooted).toMatchObject({ rows: 3, width: 2 });
  expect(rooted.data[0]).toBeCloseTo(
    (vectors.data[0] as number) / Math.sqrt(svd.singularValues[0] as number),
    12,
  );
  expect([...svdVectors(svd, { power: 0 }).data]).toEqual([...svd.left.data]);
  expect(() => svdVectors(svd, { components: 4 })).toThrow(
    /at most the 3 of the decomposition: current value is 4/,
  );
});
