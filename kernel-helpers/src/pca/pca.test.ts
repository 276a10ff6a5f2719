import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { dot, row, tableFromRows } from "../base/index.ts";
import { pca } from "./pca.ts";

const golden = JSON.parse(readFileSync(new URL("../../golden/pca.json", import.meta.url), "utf8"));
const [rows, width] = golden.shape as [number, number];
const table = { rows, width, data: Float64Array.from(golden.table) };

test("pca() gives the points, axes and shares of variance of scikit-learn", () => {
  const found = pca(table, { components: 3 });
  for (const [name, numbers] of Object.entries({
    points: found.points.data,
    axes: found.axes.data,
    explained: found.explained,
  })) {
    const expected = golden[name] as number[];
    expect(numbers).toHaveLength(expected.length);
    numbers.forEach((x, i) => {
      expect(Math.abs(x - expected[i]!)).toBeLessThanOrEqual(golden.tolerance);
    });
  }
});

test("pca() does not change its table, float32 or float64", () => {
  const single = { ...table, data: Float32Array.from(table.data) };
  const before = single.data.slice();
  const found = pca(single);
  expect(single.data).toEqual(before);
  expect(found.points).toMatchObject({ rows, width: 2 });
  expect(found.explained[0]).toBeCloseTo(golden.explained[0], 5);
});

const anyTable = fc
  .array(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 4, maxLength: 4 }), {
    minLength: 2,
    maxLength: 12,
  })
  .map(tableFromRows);

test("pca() gives orthonormal axes, falling shares that sum to 1, and points that can be rotated back without loss", () => {
  fc.assert(
    fc.property(anyTable, (x) => {
      const { points, axes, explained, mean } = pca(x, { components: 4 });
      for (let a = 0; a < 4; a++) {
        for (let b = 0; b < 4; b++) expect(dot(row(axes, a), row(axes, b))).toBeCloseTo(a === b ? 1 : 0, 9);
        if (a > 0) expect(explained[a]!).toBeLessThanOrEqual(explained[a - 1]!);
      }
      const total = explained.reduce((sum, share) => sum + share, 0);
      expect(total).toBeCloseTo(total === 0 ? 0 : 1, 9);
      for (let i = 0; i < x.rows; i++) {
        for (let j = 0; j < 4; j++) {
          let back = mean[j]!;
          for (let c = 0; c < 4; c++) back += row(points, i)[c]! * row(axes, c)[j]!;
          expect(back).toBeCloseTo(row(x, i)[j]!, 8);
        }
      }
    }),
  );
});

test("pca() makes the number with the largest absolute value in each axis positive", () => {
  const { axes } = pca(
    tableFromRows([
      [0, 0],
      [-3, 1],
      [3, -1],
    ]),
    { components: 1 },
  );
  expect(axes.data[0]).toBeGreaterThan(0.9);
});

test("pca() makes the first number positive if two have the same absolute value", () => {
  const { axes } = pca(
    tableFromRows([
      [0, 0],
      [-3, 3],
      [3, -3],
    ]),
    { components: 1 },
  );
  expect(axes.data[0]).toBeGreaterThan(0.7);
});

test("pca() of equal rows explains no variance", () => {
  const { points, explained } = pca(
    tableFromRows([
      [1, 2],
      [1, 2],
    ]),
  );
  expect([...points.data, ...explained]).toEqual([0, 0, 0, 0, 0, 0]);
});

test("pca() refuses one row, too many components and numbers that are not finite", () => {
  expect(() => pca(tableFromRows([[1, 2]]))).toThrow(/the shape is \(1, 2\)/);
  expect(() => pca(table, { components: 8 })).toThrow(/8 numbers each/);
  expect(() => pca(table, { components: 0 })).toThrow(/components must be a whole number >= 1/);
  expect(() =>
    pca(
      tableFromRows([
        [1, 2],
        [3, Number.NaN],
      ]),
    ),
  ).toThrow(/row 1 has NaN/);
  expect(() =>
    pca(
      tableFromRows([
        [Number.POSITIVE_INFINITY, 2],
        [3, 4],
      ]),
    ),
  ).toThrow(/row 0 has Infinity/);
});
