import { parse, View } from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import { expect, test } from "vitest";
import { chainChart } from "./chain-chart.ts";

test("a drawing's title begins inside the picture, whatever Vega thinks of the width of its texts", async () => {
  const value = [0.91, -0.34, -0.82];
  const chart = chainChart([{ name: "v_c", value }, { name: "L" }], { title: "From the table to the loss" });
  const spec = compile(structuredClone(chart) as unknown as TopLevelSpec).spec;
  const view = new View(parse(spec), { renderer: "none" });
  const svg = await view.toSVG();
  view.finalize();
  const places = svg.match(/role-title".*?translate\(([^,]+),.*?translate\(([^,]+),/s)!.slice(1);
  expect(places.map(Number).reduce((x, y) => x + y)).toBeGreaterThanOrEqual(0);
});
