import { expect, test } from "vitest";
import { filledTable, seededRandom } from "../../src/base/index.ts";
import { pca } from "../../src/pca/index.ts";
import { principalPlane } from "./principal-plane.ts";

test("principalPlane() is that of pca(), but for the signs of its axes", () => {
  const random = seededRandom(4);
  for (const [rows, width] of [
    [10, 5],
    [4, 2],
    [30, 8],
  ] as const) {
    const table = filledTable(rows, width, () => 2 * random() - 1);
    for (let i = 0; i < rows; i++) {
      table.data[i * width] = 6 * (table.data[i * width] as number); // axes of clearly different lengths
      table.data[i * width + 1] = 3 * (table.data[i * width + 1] as number);
    }
    const wanted = pca(table, { components: 2 }).points.data;
    const { points } = principalPlane(table);
    points.forEach((point, i) => {
      for (const k of [0, 1]) {
        expect(Math.abs(point[k] as number)).toBeCloseTo(Math.abs(wanted[2 * i + k] as number), 6);
      }
    });
  }
});

test("principalPlane() goes on from earlier axes, so that nothing is mirrored", () => {
  const random = seededRandom(5);
  const table = filledTable(10, 5, random);
  const { axes, points } = principalPlane(table);
  const mirrored = [axes[0].map((x) => -x), axes[1]] as const;
  expect(principalPlane(table, mirrored).points[0]?.[0]).toBeCloseTo(-(points[0]?.[0] as number), 6);
});

test("principalPlane() of equal rows is a point, and of one number a line", () => {
  const same = filledTable(3, 4, () => 0.5);
  expect(
    principalPlane(same)
      .points.flat()
      .every((x) => Math.abs(x) < 1e-9),
  ).toBe(true);
  const line = { rows: 3, width: 1, data: Float64Array.of(1, 2, 3) };
  expect(principalPlane(line).points.every((point) => point.every(Number.isFinite))).toBe(true);
});
