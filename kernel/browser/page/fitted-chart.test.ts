import { expect, test } from "vitest";
import { type ChartSpec, fittedChart } from "./fitted-chart.ts";

const layouts = [520, 420, 280].map((width) => ({ width, height: 900 - width, layer: [`for ${width}`] }));
const drawing: ChartSpec = {
  description: "A drawing",
  width: 640,
  height: 240,
  layer: ["for 640"],
  usermeta: { embedOptions: { renderer: "svg" }, narrower: layouts },
};

test.each([
  [650, drawing],
  [649, { ...drawing, ...layouts[0] }],
  [530, { ...drawing, ...layouts[0] }],
  [529, { ...drawing, ...layouts[1] }],
  [429, { ...drawing, ...layouts[2] }],
  [100, { ...drawing, ...layouts[2] }], // the page scrolls
])(
  "fittedChart() gives a drawing with 10 pixels around it its widest layout for %d pixels",
  (room, wanted) => {
    expect(fittedChart(drawing, 650, room)).toEqual(wanted);
  },
);

test("fittedChart() keeps a chart that has room, and one whose cells have a fixed size", () => {
  const cells = { width: { step: 36 } };
  expect(fittedChart(cells, 500, 100)).toBe(cells);
  expect(fittedChart({ width: 300 }, 350, 350)).toEqual({ width: 300 });
});

test("fittedChart() makes other charts narrower as they are, and keeps a square one square", () => {
  expect(fittedChart({ width: 300, height: 200 }, 350, 280)).toEqual({
    width: 280,
    height: 200,
    autosize: { type: "fit-x", contains: "padding" },
  });
  expect(fittedChart({ width: 300, height: 300 }, 350, 280)).toEqual({ width: 230, height: 230 });
});
