import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { projectRoot } from "../../setup/paths.mjs";
import { chartTroubles } from "../browser/chart-troubles.ts";
import { openChromium } from "../browser/open-chromium.ts";
import { contrastsOf } from "../browser/poor-contrast.ts";
import { everyChart } from "../fixture/every-chart.ts";
import { everyOutput } from "../fixture/every-output.ts";
import { findProgram } from "../programs/find-program.ts";
import { type JupyterLab, startJupyterLab } from "./jupyterlab.ts";
import { allCellsHaveRun, runAllCells } from "./run-all-cells.ts";

const chromium = findProgram("chromium");
const folder = join(projectRoot, "build/lab-outputs/files");
const screenshots = join(projectRoot, "build/screenshots");

/** A notebook with everything that the library shows. */
function notebook(): object {
  const cells = everyOutput.map((cell, i) => {
    const { code, tags } = typeof cell === "string" ? { code: cell, tags: [] } : cell;
    const common = { cell_type: "code", id: `cell-${i}`, execution_count: null, outputs: [] };
    return { ...common, metadata: { tags }, source: code };
  });
  const kernelspec = { name: "w2v", language: "typescript", display_name: "TypeScript (word2vec-lab)" };
  return { nbformat: 4, nbformat_minor: 5, metadata: { kernelspec }, cells };
}

describe.runIf(chromium)("what a notebook shows in JupyterLab", () => {
  let browser: Browser;
  let lab: JupyterLab;
  beforeAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    for (const path of [folder, screenshots]) mkdirSync(path, { recursive: true });
    writeFileSync(join(folder, "outputs.ipynb"), JSON.stringify(notebook()));
    lab = await startJupyterLab(folder, join(folder, "../state"));
    browser = await openChromium(chromium as string);
  });
  afterAll(async () => {
    await browser?.close();
    await lab?.stop();
  });

  test("stands out in both themes, and charts follow the width", async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 6000 }, colorScheme: "light" });
    await page.goto(`${lab.url}/lab/tree/outputs.ipynb?reset`);
    await runAllCells(page);
    await page.waitForFunction(allCellsHaveRun, undefined, { timeout: 120_000, polling: 500 });
    const outputs = page.locator(".jp-OutputArea-output");
    await expect
      .poll(() => page.locator(".vega-embed svg.marks").count())
      .toBe(Object.keys(everyChart).length - 1);
    await page.waitForSelector(".js-plotly-plot .annotation-text-g");
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await page.waitForSelector(`body[data-jp-theme-light="${colorScheme === "light"}"]`, {
        state: "attached",
      });
      await expect.poll(async () => (await contrastsOf(outputs)).poor).toEqual([]);
      const { texts, marks } = await contrastsOf(outputs);
      expect(texts).toBeGreaterThan(250);
      expect(marks).toBeGreaterThan(80);
      await page.screenshot({ path: join(screenshots, `lab-outputs-${colorScheme}.png`) });
    }
    for (const width of [390, 1280, 620]) {
      await page.setViewportSize({ width, height: 6000 });
      await expect.poll(() => chartTroubles(outputs)).toEqual([]);
      await page.screenshot({ path: join(screenshots, `lab-charts-${width}.png`) });
    }
  });
});
