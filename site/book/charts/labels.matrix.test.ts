import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { seededRandom } from "../../../kernel-helpers/src/base/index.ts";
import { type Figure, type PlotlyPart, projectionFigure } from "../../../kernel-helpers/src/plot/index.ts";
import { projectRoot } from "../../../setup/paths.mjs";
import { openChromium } from "../../../tools/browser/open-chromium.ts";
import { crowdedMap } from "../../../tools/fixture/every-chart.ts";
import { findProgram } from "../../../tools/programs/find-program.ts";

const chromium = findProgram("chromium");
const plotly = join(projectRoot, "node_modules/plotly.js-basic-dist-min/plotly-basic.min.js");

type Map2 = Pick<Figure, "data" | "layout">;

/** The maps that the lessons have drawn, by the lesson's name and their number in it. */
function mapsOfLessons(folder: string): [string, Map2][] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".ipynb"));
  return names.flatMap((name) => {
    const { cells } = JSON.parse(readFileSync(join(folder, name), "utf8")) as {
      cells: { outputs?: { data?: Record<string, Map2> }[] }[];
    };
    const figures = cells.flatMap(({ outputs = [] }) =>
      outputs.flatMap(({ data }) => data?.["application/vnd.plotly.v1+json"] ?? []),
    );
    return figures
      .filter(({ layout }) => Array.isArray(layout.annotations))
      .map((figure, i): [string, Map2] => [`${name} ${i + 1}`, figure]);
  });
}

/** Random words: `count` of them, near one another where `spread` is small. */
function crowd(seed: number, count: number, spread: number, word: (i: number) => string): Figure {
  const random = seededRandom(seed);
  const near = (): number => (random() < 0.9 ? spread * random() : random());
  const points = Array.from({ length: count }, (_, i) => ({
    word: word(i),
    x: near(),
    y: near(),
    group: `${i % 4}`,
  }));
  return projectionFigure(points, {
    title: "A title that is rather long for a narrow page",
    note: `seed ${seed}`,
  });
}

const generated: Record<string, Figure> = {
  "one word": projectionFigure([{ word: "alone", x: 3, y: 3 }]),
  "eight words at one place": projectionFigure(
    ["may", "might", "can", "could", "will", "would", "shall", "should"].map((word) => ({
      word,
      x: 1,
      y: 1,
    })),
  ),
  "words in a row": projectionFigure(
    Array.from({ length: 30 }, (_, i) => ({ word: `word ${i}`, x: i, y: 0 })),
  ),
  "Chinese words": crowd(1, 40, 0.2, (i) => `国王${"的".repeat(i % 4)}`),
  "long words": crowd(2, 20, 0.5, (i) => `Donaudampfschifffahrtsgesellschaft${i}`),
  "capitals and wide letters": crowd(3, 40, 0.3, (i) => `${"MW@%"[i % 4]}WOMEN`),
  "tags and entities": crowd(4, 20, 0.3, (i) => `<b>a&amp;${i}`),
  ...Object.fromEntries([1, 2, 3].map((seed) => [`the lessons' words, seed ${seed}`, crowdedMap(seed)])),
  ...Object.fromEntries(
    [5, 6, 7].map((seed) => [`a crowd of 60, seed ${seed}`, crowd(seed, 60, 0.15, (i) => `word-${i}`)]),
  ),
};

describe.runIf(chromium)("labels of word maps, as Chromium draws them", () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await openChromium(chromium as string);
    page = await browser.newPage({ viewport: { width: 1600, height: 900 } });
    await page.setContent("<!doctype html><div id=map></div>");
    await page.addScriptTag({ path: plotly });
  });
  afterAll(() => browser?.close());

  /** What is wrong in each layout of a map; and the number of labels of the widest. */
  const faultsOf = async ({ data, layout }: Map2): Promise<{ faults: string[]; labels: number[] }> => {
    const narrower = ((layout.meta ?? {}) as { narrower?: PlotlyPart[] }).narrower ?? [];
    const faults: string[] = [];
    const labels: number[] = [];
    for (const one of [layout, ...narrower]) {
      const drawn = await page.evaluate(drawAndMeasure, { data, layout: one } as never);
      labels.push(drawn.labels);
      faults.push(...drawn.faults.map((fault) => `${one.width}: ${fault}`));
    }
    return { faults, labels };
  };

  test.each(Object.entries(generated))("overlap nothing and stay inside: %s", async (_, figure) => {
    const { faults, labels } = await faultsOf(figure);
    expect(faults).toEqual([]);
    expect(Math.max(...labels)).toBeGreaterThan(0);
  });

  test("overlap nothing in any map of the lessons, and hardly one is hidden at full width", async () => {
    const maps = mapsOfLessons(inject("course"));
    expect(maps.length).toBeGreaterThanOrEqual(4);
    for (const [name, figure] of maps) {
      const { faults, labels } = await faultsOf(figure);
      expect(faults, name).toEqual([]);
      const words = figure.data.reduce((sum, { x }) => sum + (x as unknown[]).length, 0);
      expect(labels[0], name).toBeGreaterThanOrEqual(0.8 * words);
    }
  });
});

/** Runs in the page. Draws a figure and says which labels overlap, cover a point or leave the drawing. */
async function drawAndMeasure(figure: Map2): Promise<{ faults: string[]; labels: number }> {
  const { Plotly } = globalThis as unknown as { Plotly: { newPlot(...parts: unknown[]): Promise<unknown> } };
  await Plotly.newPlot(document.querySelector("#map"), figure.data, figure.layout);
  const boxesOf = (selector: string): { name: string; box: DOMRect }[] =>
    [...document.querySelectorAll(selector)].map((node) => ({
      name: node.textContent ?? "",
      box: node.getBoundingClientRect(),
    }));
  const labels = boxesOf(".annotation-text-g text");
  const points = boxesOf(".scatterlayer .point");
  const frame = (document.querySelector(".nsewdrag") as Element).getBoundingClientRect();
  const overlap = (a: DOMRect, b: DOMRect): boolean =>
    a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  const faults: string[] = [];
  for (const [i, { name, box }] of labels.entries()) {
    for (const other of labels.slice(0, i))
      if (overlap(box, other.box)) faults.push(`${name} on ${other.name}`);
    for (const point of points) if (overlap(box, point.box)) faults.push(`${name} on a point`);
    if (box.left < frame.left || box.right > frame.right || box.top < frame.top || box.bottom > frame.bottom)
      faults.push(`${name} leaves the drawing`);
  }
  return { faults, labels: labels.length };
}
