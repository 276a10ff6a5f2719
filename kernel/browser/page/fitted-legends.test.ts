import { expect, test } from "vitest";
import { fittedLegends } from "./fitted-legends.ts";

const names = ["pair by pair", "at once"];
const color = { field: "series", scale: { domain: names }, legend: { orient: "top", columns: 2 } };
const widthOf = (name: string): number => 10 * name.length; // 120 for the wider one, 170 with its mark

test.each([
  [1000, 2],
  [340, 2],
  [339, 1],
  [100, 1],
])("fittedLegends() has in %d pixels %d columns", (room, columns) => {
  const x = { field: "x", title: "pairs" };
  expect(fittedLegends({ x, color, strokeDash: color }, room, widthOf)).toEqual({
    x,
    color: { ...color, legend: { orient: "top", columns } },
    strokeDash: { ...color, legend: { orient: "top", columns } },
  });
});

test("fittedLegends() keeps a legend of no columns, and a channel of another form", () => {
  const encoding = {
    color: { field: "value", legend: { orient: "bottom" } },
    shape: { scale: { domain: names }, legend: null },
    tooltip: [{ field: "x" }],
    order: null,
  };
  expect(fittedLegends(encoding, 50, widthOf)).toEqual(encoding);
});
