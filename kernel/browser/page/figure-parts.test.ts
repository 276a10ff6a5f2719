import { describe, expect, test } from "vitest";
import { flatFigure, isSolid } from "./flat-figure.ts";
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
  expect(flatFigure({ data: [], layout: {} }).layout).toEqual({ xaxis: {}, yaxis: {} });
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
