import { copyFileSync, mkdirSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import type { Browser, ElementHandle, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { projectRoot } from "../../setup/paths.mjs";
import { countColours } from "../browser/count-colours.ts";
import { openChromium, WEBGL } from "../browser/open-chromium.ts";
import { watchPage } from "../browser/watch-page.ts";
import { TEST_SHARE } from "../course/built-course.ts";
import { findProgram } from "../programs/find-program.ts";
import { type JupyterLab, startJupyterLab } from "./jupyterlab.ts";
import { allCellsHaveRun, runAllCells } from "./run-all-cells.ts";

const chromium = findProgram("chromium");
const screenshots = join(projectRoot, "build/screenshots");

/** Tests that notebooks, which show charts of both kinds, run in JupyterLab. `use` names the folder to work in. */
export function describeNotebooks(use: string, files: readonly string[]): void {
  describe.runIf(chromium)("JupyterLab in Chromium", () => {
    const folder = join(projectRoot, "build/lab", use, "files");
    let browser: Browser;
    let lab: JupyterLab;
    beforeAll(async () => {
      rmSync(folder, { recursive: true, force: true });
      for (const path of [folder, screenshots]) mkdirSync(path, { recursive: true });
      lab = await startJupyterLab(folder, join(folder, "../state"), { W2V_FAST: TEST_SHARE });
      browser = await openChromium(chromium as string, WEBGL);
    });
    afterAll(async () => {
      await browser?.close();
      await lab?.stop();
    });

    test.each(files.map((file) => [basename(file), file] as const))(
      "runs %s to its end and draws both kinds of chart",
      async (name, file) => {
        copyFileSync(file, join(folder, name));
        const page = await browser.newPage({ viewport: { width: 1280, height: 1400 } });
        const { errors, foreign } = watchPage(page, [lab.url, lab.url.replace("http", "ws")]);
        await page.goto(`${lab.url}/lab/tree/${name}?reset`);
        await runAllCells(page);
        await page.waitForFunction(allCellsHaveRun, undefined, { timeout: 280_000, polling: 500 });
        await expect.poll(() => colours(page, ".jp-RenderedVegaLite .vega-embed"), WAIT).toBeGreaterThan(10);
        await page.screenshot({ path: join(screenshots, `lab-${name}-vega.png`) });
        await expect.poll(() => colours(page, ".js-plotly-plot"), WAIT).toBeGreaterThan(10);
        await page.screenshot({ path: join(screenshots, `lab-${name}-plotly.png`) });
        expect({ errors, foreign }).toEqual({ errors: [], foreign: [] });
        await page.close();
      },
    );
  });
}

/** WebGL emulated in software needs a moment to draw. */
const WAIT = { timeout: 60_000, interval: 500 };

async function colours(page: Page, selector: string): Promise<number> {
  const chart: ElementHandle = await page.waitForSelector(selector, { timeout: 60_000 });
  await chart.scrollIntoViewIfNeeded();
  return countColours(page, chart);
}
