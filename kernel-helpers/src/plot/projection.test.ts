import { describe, expect, test } from "vitest";
import { seededRandom, tableFromRows } from "../base/index.ts";
import { wordVectors } from "../vectors/index.ts";
import { projectionChart, projectionFigure } from "./index.ts";
import { colour, shape } from "./palette.ts";
import type { Figure, PlotlyPart } from "./spec.ts";

const points = [
  { word: "king", x: 1 / 3, y: 0.5, group: "people" },
  { word: "queen", x: -1, y: 0.25, group: "people" },
  { word: "Tuesday", x: 0, y: -2, group: "days" },
];
const data = Float32Array.from([0, 0, 1, 0, 3, 4, 1, 0, 6, 8, 1, 0, 6, 8, 2, 9]);
const vectors = wordVectors(["may", "june", "tax", "café"], { rows: 4, width: 4, data });
const words = ({ data }: Figure): unknown => data.map(({ name, text }) => [name, text]);
const axis = ({ layout }: Figure, name: "xaxis" | "yaxis"): PlotlyPart => layout[name] as PlotlyPart;
const labelsOf = (layout: PlotlyPart): string[] =>
  (layout.annotations as { text: string }[]).map(({ text }) => text);

describe("projectionFigure() of points", () => {
  test("has a trace for each group, in a colour and shape of its own, and a label for each word", () => {
    const figure = projectionFigure(points);
    expect(words(figure)).toEqual([
      ["people", ["king", "queen"]],
      ["days", ["Tuesday"]],
    ]);
    expect(figure.data.map(({ marker }) => marker)).toEqual(
      [0, 1].map((i) => expect.objectContaining({ color: colour(i), symbol: shape(i) })),
    );
    expect(labelsOf(figure.layout)).toEqual(["king", "queen", "Tuesday"]);
    expect(figure).toMatchSnapshot();
  });

  test("has layouts for narrower pages, widest first, whose drawings differ in size", () => {
    const { narrower } = projectionFigure(points).layout.meta as { narrower: PlotlyPart[] };
    expect(narrower.map(({ width }) => width)).toEqual([520, 420, 340, 280]);
    for (const layout of narrower) expect(labelsOf(layout)).toEqual(["king", "queen", "Tuesday"]);
    expect(projectionFigure(points, { width: 280 }).layout).not.toHaveProperty("meta");
  });

  test("writes labels at the same places as its picture", () => {
    const { layout, picture } = projectionFigure(points);
    const texts = (picture!.layer as { data: { values: { label: string; x: number; y: number }[] } }[]).at(
      -1,
    );
    const [x0, x1] = (layout.xaxis as { range: [number, number] }).range;
    const inner = (layout.width as number) - 74;
    const places = (layout.annotations as { text: string; x: number; xshift: number }[]).map(
      ({ text, x, xshift }) => [text, x + (xshift / inner) * (x1 - x0)] as const,
    );
    for (const [i, [text, x]] of places.entries()) {
      expect(texts?.data.values[i]?.label).toBe(text);
      expect(texts?.data.values[i]?.x).toBeCloseTo(x, 2);
    }
    expect(picture).toMatchObject({ width: inner });
  });

  test("labels at most `labels` words; the others are under the pointer, and the description says so", () => {
    const { layout, description, data } = projectionFigure(points, { labels: 1 });
    expect(labelsOf(layout)).toEqual(["king"]);
    expect(description).toContain("Under the pointer only: queen, Tuesday.");
    expect(data[0]).toMatchObject({ hoverinfo: "text", text: ["king", "queen"] });
    expect(projectionFigure(points).description).not.toContain("pointer");
  });

  test("draws in three dimensions if each word has z", () => {
    const solid = points.map((word, z) => ({ ...word, z }));
    const figure = projectionFigure(solid);
    expect(figure.data.map(({ type, mode, z }) => [type, mode, z])).toEqual([
      ["scatter3d", "markers+text", [0, 1]],
      ["scatter3d", "markers+text", [2]],
    ]);
    expect(projectionFigure(solid, { labels: 2 }).data[0]?.mode).toBe("markers");
    expect(figure.layout.scene).toMatchObject({ zaxis: { title: { text: "component 3" } } });
    expect(figure.picture?.description).toMatch(/third component is not drawn/);
    expect(() => projectionFigure([...points, { word: "a", x: 0, y: 0, z: 1 }])).toThrow(/1 of 4 have it/);
    expect(() => projectionFigure([])).toThrow(/no words\. Remedy/);
  });

  test("writes words as they are, not as the HTML that Plotly reads", () => {
    const { layout, data } = projectionFigure([{ word: "<b>&", x: 0, y: 0, group: "<i>" }]);
    expect(labelsOf(layout)).toEqual(["&lt;b&gt;&amp;"]);
    expect(data[0]).toMatchObject({ text: ["&lt;b&gt;&amp;"], name: "&lt;i&gt;" });
  });
});

describe("projectionFigure() of a table", () => {
  const line = tableFromRows([
    [0, 0, 0],
    [3, 4, 0],
    [6, 8, 0],
  ]);

  test("draws the principal components, and its axes say how much of the variance each shows", () => {
    const figure = projectionFigure(line, ["a", "b", "c"]);
    expect(figure.data[0]?.x).toEqual([-5, 0, 5]);
    expect(axis(figure, "xaxis")).toMatchObject({ title: { text: "component 1 (100 % of the variance)" } });
    expect(axis(figure, "yaxis")).toMatchObject({ title: { text: "component 2 (0 % of the variance)" } });
    expect(figure.data[0]?.y).toEqual([0, 0, 0]); // not the rounding errors, which would fill the axis
    expect(figure.layout.showlegend).toBe(false);
  });

  test("draws three components on demand", () => {
    const { data, layout } = projectionFigure(line, ["a", "b", "c"], { dimensions: 3, title: "Three" });
    expect(data[0]).toMatchObject({ type: "scatter3d", x: [-5, 0, 5] });
    expect(layout.title).toMatchObject({ text: "Three" });
    expect(() => projectionFigure(line, ["a", "b", "c"], { dimensions: 4 as 3 })).toThrow(
      /must be 2 or 3: .* 4/,
    );
  });

  test("refuses words that are not as many as the rows", () => {
    expect(() => projectionFigure(line, ["a", "b"])).toThrow(RangeError);
    expect(() => projectionFigure(line, ["a", "b"])).toThrow(/3 rows and 2 words\. Remedy/);
  });
});

describe("projectionFigure() of vectors", () => {
  test("draws the words of each group, and names those that the vectors lack below the title", () => {
    const figure = projectionFigure(vectors, { months: ["may", "june", "mai"], money: ["tax", "gold"] });
    expect(words(figure)).toEqual([
      ["months", ["may", "june"]],
      ["money", ["tax"]],
    ]);
    const note = "Not in the vectors: mai, gold";
    expect((figure.layout.title as { text: string }).text).toContain(note);
    expect(figure.picture?.title).toMatchObject({ subtitle: [note] });
    expect(figure.description).toContain(`${note}.`);
  });

  test("looks only at these words for the components", () => {
    const two = projectionFigure(vectors, ["may", "june"]);
    expect(two.data[0]?.x).toEqual([-2.5, 2.5]);
    expect(axis(two, "xaxis")).toMatchObject({ title: { text: "component 1 (100 % of the variance)" } });
  });

  test("finds words by their composed form, takes each once, and draws a single one in the middle", () => {
    const one = projectionFigure(vectors, ["cafe\u0301", "cafe\u0301"]);
    expect(one.data[0]).toMatchObject({ x: [0], y: [0] });
    expect(axis(one, "xaxis")).toMatchObject({ title: { text: "component 1" } });
  });

  test("names ten of the missing words and counts the others", () => {
    const many = Array.from({ length: 5000 }, (_, i) => `missing${i}`);
    const { layout } = projectionFigure(vectors, ["may", ...many]);
    expect((layout.title as { text: string }).text).toContain("missing9 and 4990 others");
    expect(layout.height).toBeLessThan(700);
  });

  test("draws a single word in three dimensions, if asked", () => {
    expect(projectionFigure(vectors, ["may"], { dimensions: 3 }).description).toContain("in 3 dimensions");
  });

  test("takes two forms of the same letters for one word, which is in one group", () => {
    expect(words(projectionFigure(vectors, ["caf\u00e9", "cafe\u0301", "may"]))).toEqual([
      ["", ["caf\u00e9", "may"]],
    ]);
    expect(() => projectionFigure(vectors, { one: ["caf\u00e9"], two: ["cafe\u0301"] })).toThrow(
      /is in "one" and "two"/,
    );
  });

  test("refuses a number of labels that is none", () => {
    for (const labels of [-1, Number.NaN])
      expect(() => projectionFigure(vectors, ["may"], { labels })).toThrow(/labels must be .*Remedy: /);
  });

  test("refuses words of which it has none, and a word in two groups", () => {
    expect(() => projectionFigure(vectors, ["gold", "mai"])).toThrow(
      /have none of its words: gold, mai\. Remedy/,
    );
    expect(() => projectionFigure(vectors, {})).toThrow(/none were given/);
    expect(() => projectionFigure(vectors, { a: ["may"], b: ["may"] })).toThrow(
      /"may" is in "a" and "b"\. Remedy/,
    );
  });
});

test("projectionChart() has one colour and no legend without groups", () => {
  const plain = points.map(({ word, x, y }) => ({ word, x, y }));
  const dots = (projectionChart(plain).layer as { encoding?: { color?: object } }[]).find(
    (layer) => layer.encoding?.color,
  );
  expect(dots?.encoding?.color).toMatchObject({ legend: null, scale: { range: [colour(0)] } });
});

test("projectionFigure() labels words as long as there is room, and hides none for being many", () => {
  const random = seededRandom(1);
  const many = Array.from({ length: 100 }, (_, i) => ({ word: `word ${i}`, x: random(), y: random() }));
  const count = (labels?: number): number =>
    labelsOf(projectionFigure(many, labels === undefined ? {} : { labels }).layout).length;
  expect(count(100)).toBeGreaterThan(50);
  expect(count()).toBeLessThanOrEqual(80);
});
