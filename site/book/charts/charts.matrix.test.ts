import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { CheckFailed, runExercise } from "../../../kernel-helpers/src/check/index.ts";
import { bundleOf } from "../../../kernel-helpers/src/display/bundle-of.ts";
import { checkSuccess } from "../../../kernel-helpers/src/display/check-success.ts";
import { progressBundle } from "../../../kernel-helpers/src/display/progress-bundle.ts";
import { table } from "../../../kernel-helpers/src/display/table.ts";
import { exerciseOf } from "../../../kernel-helpers/src/practice/index.ts";
import { projectRoot } from "../../../setup/paths.mjs";
import { chartTroubles } from "../../../tools/browser/chart-troubles.ts";
import { openChromium } from "../../../tools/browser/open-chromium.ts";
import { contrastsOf } from "../../../tools/browser/poor-contrast.ts";
import { watchPage } from "../../../tools/browser/watch-page.ts";
import { everyChart } from "../../../tools/fixture/every-chart.ts";
import { findProgram } from "../../../tools/programs/find-program.ts";
import { buildSite } from "../build-site.ts";

const chromium = findProgram("chromium");
const folder = join(projectRoot, "build/fixture/charts");
const screenshots = join(projectRoot, "build/screenshots");
const ID = "00-every-output";

/** Outputs of a notebook: a chart of each kind, and whatever the library tells a learner. */
async function everyOutput(): Promise<object[]> {
  const exercise = exerciseOf("00-start-here/mean");
  const failed = runExercise(exercise, (() => 7) as never);
  const right = checkSuccess("00-start-here/mean", { ...failed, passed: true });
  const running = { label: "reading", done: 3, total: 9, seconds: 2, state: "running" } as const;
  const bundles = [
    ...(await Promise.all(Object.values(everyChart).map((chart) => bundleOf(chart, true)))),
    right.mimeBundle,
    progressBundle(running),
    progressBundle({ ...running, state: "stopped" }),
    table([{ word: "king", cosine: 0.5 }], { caption: "Words", most: 0 }).mimeBundle,
    table([{ word: "king", cosine: 0.5 }]).mimeBundle,
  ];
  const { name, message } = new CheckFailed(failed, exercise.hints[0] as string);
  return [
    ...bundles.map((data) => ({ output_type: "display_data", metadata: {}, data })),
    { output_type: "stream", name: "stdout", text: "printed" },
    { output_type: "stream", name: "stderr", text: "warning: a word is rare" },
    { output_type: "error", ename: name, evalue: message, traceback: [message] },
  ];
}

describe.runIf(chromium)("charts and messages on the site", () => {
  let browser: Browser;
  let page: Page;
  const address = pathToFileURL(join(folder, "site", `${ID}.html`)).href;

  const open = async (width: number, colorScheme: "light" | "dark"): Promise<void> => {
    page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
    const { errors } = watchPage(page, [pathToFileURL(folder).href]);
    await page.goto(address);
    for (const figure of await page.locator("figure.chart").all()) await figure.scrollIntoViewIfNeeded();
    await page.waitForFunction(
      () => document.querySelectorAll("figure.chart:not([data-drawn])").length === 0,
    );
    expect(errors).toEqual([]);
  };

  beforeAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    for (const path of [folder, screenshots]) mkdirSync(path, { recursive: true });
    const cell = { cell_type: "code", id: "all", execution_count: 1, metadata: {}, source: "1;" };
    const cells = [{ ...cell, outputs: await everyOutput() }];
    const notebook = { nbformat: 4, nbformat_minor: 5, metadata: {}, cells };
    writeFileSync(join(folder, `${ID}.ipynb`), JSON.stringify(notebook));
    const lesson = {
      id: ID,
      title: "Every output",
      learns: "",
      minutes: 1,
      run: "any",
      exercises: false,
    } as const;
    const course = { title: "Outputs", summary: "", lessons: [lesson] };
    await buildSite({ course, notebooks: folder, target: join(folder, "site") });
    browser = await openChromium(chromium as string);
  });
  afterEach(() => page?.close());
  afterAll(() => browser?.close());

  test.each(["light", "dark"] as const)(
    "stand out from the %s page, and from the other when it changes",
    async (scheme) => {
      await open(1000, scheme);
      const outputs = page.locator(".outputs");
      for (const colorScheme of [scheme, scheme === "light" ? "dark" : "light"] as const) {
        await page.emulateMedia({ colorScheme });
        await expect.poll(async () => (await contrastsOf(outputs)).poor, { timeout: 10_000 }).toEqual([]);
        const { texts, marks } = await contrastsOf(outputs);
        expect(texts).toBeGreaterThan(250);
        expect(marks).toBeGreaterThan(80);
        await page.screenshot({
          path: join(screenshots, `charts-${scheme}-to-${colorScheme}.png`),
          fullPage: true,
        });
      }
    },
  );

  test.each([390, 700, 1600])(
    "are laid out for a page of %d pixels: labels apart, no text cut or below 11 pixels",
    async (width) => {
      await open(width, "light");
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      const boxes = await page.locator(".annotation-text-g text").evaluateAll((texts) =>
        texts.map((text) => {
          const { x, y, width, height } = text.getBoundingClientRect();
          return { name: text.textContent, left: x, top: y, right: x + width, bottom: y + height };
        }),
      );
      expect(boxes.length).toBeGreaterThan(width < 500 ? 12 : 20);
      const overlaps = boxes.flatMap((a, i) =>
        boxes
          .slice(0, i)
          .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
          .map((b) => `${a.name} on ${b.name}`),
      );
      expect(overlaps).toEqual([]);
      expect(await chartTroubles(page.locator("figure.chart"))).toEqual([]);
      await page.screenshot({ path: join(screenshots, `charts-${width}.png`), fullPage: true });
    },
  );

  test("a map is laid out anew when the page becomes narrow, and again when it becomes wide", async () => {
    await open(1000, "light");
    const width = (): Promise<number> =>
      page
        .locator(".js-plotly-plot .main-svg")
        .first()
        .evaluate((svg) => svg.getBoundingClientRect().width);
    expect(await width()).toBe(640);
    await page.setViewportSize({ width: 390, height: 900 });
    await expect.poll(width).toBe(340);
    await page.setViewportSize({ width: 1000, height: 900 });
    await expect.poll(width).toBe(640);
  });

  test("a drawing takes the layout that has room when the page becomes narrow, and again when it becomes wide", async () => {
    await open(1000, "light");
    const drawing = page.locator("figure.chart").filter({ hasText: "Which month stands between" });
    const sizes = (): Promise<number[]> =>
      drawing.locator("svg.marks").evaluate(({ clientWidth, clientHeight }) => [clientWidth, clientHeight]);
    const [width, height] = (await sizes()) as [number, number];
    expect(width).toBe(730);
    await page.setViewportSize({ width: 390, height: 900 });
    await expect.poll(async () => (await sizes())[0]).toBe(350); // the layout of 340 pixels, and 5 on each side
    expect((await sizes())[1]).toBeGreaterThan(1.5 * height); // from top to bottom
    await page.setViewportSize({ width: 1000, height: 900 });
    await expect.poll(sizes).toEqual([width, height]);
  });

  test("a page with flat figures alone loads Plotly's basic build", async () => {
    await open(1000, "light");
    const scripts = await page
      .locator("script[src*=plotly]")
      .evaluateAll((nodes) => nodes.map((node) => (node as HTMLScriptElement).src.replace(/.*\//, "")));
    expect(scripts).toEqual(["plotly-basic.min.js"]);
  });
});
