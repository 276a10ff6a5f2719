import { describe, expect, test } from "vitest";
import { fittingLayout } from "./fitting-layout.ts";
import { flatFigure, isSolid } from "./flat-figure.ts";
import { buildFor, plotlyBuilds } from "./load-plotly.ts";
import { themedLayout } from "./themed-layout.ts";

const solid = {
  data: [
    { type: "scatter3d", x: [1], y: [2], z: [3] },
    { type: "bar", y: [4], z: [5] },
  ],
  layout: { title: "Words", scene: { xaxis: { title: "first" }, zaxis: { title: "third" } } },
};

test("isSolid() finds a three-dimensional trace among others", () => {
  expect(isSolid(solid)).toBe(true);
  expect(isSolid({ ...solid, data: solid.data.slice(1) })).toBe(false);
});

test("flatFigure() keeps flat traces, the first two axes and the title", () => {
  expect(flatFigure(solid)).toEqual({
    data: [
      { type: "scatter", x: [1], y: [2] },
      { type: "bar", y: [4] },
    ],
    layout: { title: "Words", xaxis: { title: "first" }, yaxis: {} },
  });
  expect(flatFigure({ data: [], layout: {} }).layout).toEqual({});
});

test("flatFigure() makes the layouts for narrower pages flat, too, with Plotly's margins for axes", () => {
  const narrower = [{ width: 300, margin: { l: 0 }, scene: { yaxis: { title: "second" } } }];
  const { layout } = flatFigure({ data: [], layout: { ...solid.layout, meta: { narrower } } });
  expect(layout.meta).toEqual({ narrower: [{ width: 300, xaxis: {}, yaxis: { title: "second" } }] });
});

describe("fittingLayout()", () => {
  const narrower = [{ width: 420 }, { width: 280 }];
  const layout = { width: 640, meta: { narrower } };

  test.each([
    [1600, layout],
    [640, layout],
    [639, narrower[0]],
    [420, narrower[0]],
    [300, narrower[1]],
    [100, narrower[1]], // the page scrolls
    [0, layout], // not laid out yet
  ])("for %d pixels is the widest that has room", (room, expected) => {
    expect(fittingLayout(layout, room)).toBe(expected);
  });

  test("makes a figure without narrower layouts narrower, and leaves one without a width to Plotly", () => {
    expect(fittingLayout({ width: 640, title: "a" }, 300)).toEqual({ width: 300, title: "a" });
    expect(fittingLayout({ title: "a" }, 300)).toEqual({ title: "a" });
  });
});

test("buildFor() takes the basic build for lines, points, bars and pies, and the whole one for anything else", () => {
  const builds = plotlyBuilds("https://example.org/assets/");
  expect(builds).toEqual({
    basic: "https://example.org/assets/plotly-basic.min.js",
    whole: "https://example.org/assets/plotly.min.js",
  });
  const build = (...types: string[]): string => buildFor([{}, ...types.map((type) => ({ type }))], builds);
  expect([build(), build("scatter", "bar", "pie")]).toEqual([builds.basic, builds.basic]);
  expect([build("scatter", "scatter3d"), build("heatmap")]).toEqual([builds.whole, builds.whole]);
});

describe("themedLayout()", () => {
  const lines = { gridcolor: "grey", zerolinecolor: "grey", linecolor: "grey" };
  const themed = (layout: object): object => themedLayout({ ...layout }, { text: "white", lines: "grey" });

  test("uses the theme's colours unless the figure sets others", () => {
    expect(themed({ font: { size: 9 }, yaxis: { linecolor: "red" } })).toEqual({
      paper_bgcolor: "rgba(0,0,0,0)",
      plot_bgcolor: "rgba(0,0,0,0)",
      font: { color: "white", size: 9 },
      xaxis: lines,
      yaxis: { ...lines, linecolor: "red" },
    });
    expect(themed({ plot_bgcolor: "blue" })).toHaveProperty("plot_bgcolor", "blue");
  });

  test("colours the three axes of a scene, and adds no flat axes", () => {
    const layout = themed({ scene: { camera: 1 } });
    expect(layout).toHaveProperty("scene", { camera: 1, xaxis: lines, yaxis: lines, zaxis: lines });
    expect(layout).not.toHaveProperty("xaxis");
  });
});
