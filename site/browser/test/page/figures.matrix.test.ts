import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { flatFigure, isSolid } from "../../../../kernel/browser/page/flat-figure.ts";
import { themedLayout } from "../../../../kernel/browser/page/themed-layout.ts";
import { type ProjectedWord, projectionFigure } from "../../../../kernel-helpers/src/plot/index.ts";
import { projectRoot } from "../../../../setup/paths.mjs";
import { WEBGL } from "../../../../tools/browser/open-chromium.ts";
import { findProgram } from "../../../../tools/programs/find-program.ts";
import { outputsOf, said } from "./open-lab-page.ts";
import { withLab } from "./with-lab.ts";

const chromium = findProgram("chromium");
const screenshots = join(projectRoot, "build/screenshots");
const plane: ProjectedWord[] = [
  { word: "king", x: 0, y: 1 },
  { word: "queen", x: 1, y: 0 },
];
const space = plane.map((point, z) => ({ ...point, z }));

describe("flatFigure()", () => {
  const flat = flatFigure(projectionFigure(space));

  test("draws three-dimensional points in two dimensions", () => {
    expect(isSolid(projectionFigure(space))).toBe(true);
    expect(isSolid(flat)).toBe(false);
    expect(flat.data[0]).toMatchObject({ type: "scatter", x: [0, 1], y: [1, 0] });
    expect(flat.data[0]).not.toHaveProperty("z");
  });

  test("keeps the names of the first two axes", () => {
    expect(flat.layout).toMatchObject({
      xaxis: { title: { text: "component 1" } },
      yaxis: { title: { text: "component 2" } },
    });
    expect(flat.layout).not.toHaveProperty("scene");
    expect(flat.layout.meta).toMatchObject({ narrower: [{ xaxis: {} }, {}, {}, {}] });
  });

  test("does not change a two-dimensional figure", () => {
    const figure = projectionFigure(plane);
    expect(flatFigure(figure).data).toEqual(figure.data);
  });
});

describe("themedLayout()", () => {
  const colours = { text: "#eee", lines: "#444" };

  test("colours text and lines in two and three dimensions, unless the figure sets colours", () => {
    const flat = themedLayout({ font: { size: 9 }, xaxis: { gridcolor: "red" } }, colours);
    expect(flat).toMatchObject({
      font: { color: "#eee", size: 9 },
      xaxis: { gridcolor: "red", linecolor: "#444" },
    });
    expect(themedLayout(projectionFigure(space).layout, colours)).toMatchObject({
      scene: { zaxis: { gridcolor: "#444", title: { text: "component 3" } } },
    });
  });

  test("does not change the figure's own layout", () => {
    const layout = Object.freeze({ xaxis: Object.freeze({}) });
    expect(themedLayout(layout, colours)).not.toBe(layout);
  });
});

const CELL = 'import { projectionFigure, show } from "kernel-helpers";\n';
const flatCell = `${CELL}await show(projectionFigure(${JSON.stringify(plane)}, { title: "two" }));`;
const solidCell = `${CELL}await show(projectionFigure(${JSON.stringify(space)}, { title: "three" }));`;

/** A cell that draws a flat figure, and one that replaces it by a figure in three dimensions. */
const updatingCells = [
  `import { liveChart, projectionFigure } from "kernel-helpers";
const live = liveChart();
await live.update(projectionFigure(${JSON.stringify(plane)}, { title: "two" }));`,
  `await live.done(projectionFigure(${JSON.stringify(space)}, { title: "three" }));`,
];

describe.runIf(chromium)("figures on the page", { timeout: 120_000 }, () => {
  mkdirSync(screenshots, { recursive: true });
  const visit = withLab(chromium, "figures", { switches: WEBGL });

  test("Plotly loads with the first figure, the basic build for flat ones, and draws in two and three dimensions", async () => {
    const lab = await visit.again();
    const loads: string[] = [];
    lab.page.on("request", (request) => {
      if (/plotly[^/]*\.js$/.test(request.url())) loads.push(request.url().replace(/.*\//, ""));
    });
    await lab.openCells(["console.log(1);", flatCell, flatCell, solidCell]);
    expect(loads).toEqual([]);
    await lab.runAll();
    await lab.page.waitForSelector(".js-plotly-plot .scatterlayer .point", { timeout: 20_000 });
    await lab.page.waitForSelector(".js-plotly-plot .gl-container canvas");
    expect(loads.sort()).toEqual(["plotly-basic.min.js", "plotly.min.js"]);
    const names = await lab.page
      .getByRole("figure")
      .evaluateAll((nodes) => nodes.map((node) => node.ariaLabel));
    expect(names).toEqual([
      expect.stringContaining("2 words in 2 dimensions"),
      expect.stringContaining("2 words in 2 dimensions"),
      expect.stringContaining("2 words in 3 dimensions"),
    ]);
    await lab.page.screenshot({ path: join(screenshots, "try-figures.png") });
  });

  test("a figure follows a change of theme", async () => {
    const lab = await visit.again();
    await lab.page.emulateMedia({ colorScheme: "light" });
    await lab.openCells([flatCell]);
    await lab.runAll();
    const brightness = (): Promise<number> =>
      lab.page
        .locator(".js-plotly-plot .xtick text")
        .first()
        .evaluate((node) => Number(getComputedStyle(node).fill.match(/\d+/)?.[0]));
    expect(await brightness()).toBeLessThan(100);
    await lab.page.emulateMedia({ colorScheme: "dark" });
    await expect.poll(brightness, { timeout: 20_000 }).toBeGreaterThan(180);
    await lab.page.screenshot({ path: join(screenshots, "try-figure-dark.png") });
  });

  test("an update of an output is drawn in the same place", async () => {
    const lab = await visit.again();
    await lab.openCells(updatingCells);
    await lab.command("notebook:run-cell-and-select-next");
    await lab.page.waitForSelector('.js-plotly-plot .gtitle:has-text("two")', { timeout: 20_000 });
    await lab.command("notebook:run-cell");
    await lab.page.waitForSelector('.js-plotly-plot .gtitle:has-text("three")', { timeout: 20_000 });
    expect(outputsOf(await lab.notebook()).map(said)).toEqual(["", ""]);
    expect(await lab.page.locator(".js-plotly-plot").count()).toBe(1);
  });
});

describe.runIf(chromium)("figures without WebGL", { timeout: 120_000 }, () => {
  const visit = withLab(chromium, "no-webgl", { switches: ["--disable-3d-apis"] });

  test("a three-dimensional figure is drawn in two dimensions, and its description says what it shows", async () => {
    const lab = await visit();
    await lab.openCells([solidCell, flatCell]);
    await lab.runAll();
    const outputs = lab.page.locator(".jp-OutputArea-output:has(.scatterlayer .point)");
    await expect.poll(() => outputs.count(), { timeout: 20_000 }).toBe(2);
    const [solid, flat] = await outputs.allTextContents();
    expect(solid).toContain("WebGL is missing");
    expect(solid).toContain("Scatter plot of 2 words in 3 dimensions");
    expect(flat).not.toContain("WebGL is missing");
    await lab.page.screenshot({ path: join(screenshots, "try-no-webgl.png") });
  });
});
