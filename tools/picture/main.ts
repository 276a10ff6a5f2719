// npm run picture   takes docs/jupyterlab.png, the README's picture: 04-cbow in JupyterLab, run to its end
import "../print/plain-errors.ts";
import { copyFileSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../setup/paths.mjs";
import { openChromium, WEBGL } from "../browser/open-chromium.ts";
import { startJupyterLab } from "../jupyterlab/jupyterlab.ts";
import { allCellsHaveRun, runAllCells } from "../jupyterlab/run-all-cells.ts";
import { findProgram } from "../programs/find-program.ts";

const chromium = findProgram("chromium");
if (chromium === undefined)
  throw new Error("Cannot take the picture: Chromium is missing. Remedy: install Chromium");
const folder = join(projectRoot, "build/picture/files");
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
copyFileSync(join(projectRoot, "notebooks/04-cbow.ipynb"), join(folder, "04-cbow.ipynb"));
const lab = await startJupyterLab(folder, join(projectRoot, "build/picture/state"));
const browser = await openChromium(chromium, WEBGL);
const page = await browser.newPage({ viewport: { width: 1180, height: 900 } });
await page.goto(`${lab.url}/lab/tree/04-cbow.ipynb?reset`);
await runAllCells(page);
await page.waitForFunction(allCellsHaveRun, undefined, { timeout: 280_000, polling: 500 });
await page.keyboard.press("Control+b"); // hides the side bar
await page.locator(".jp-RenderedPlotly.js-plotly-plot").last().scrollIntoViewIfNeeded();
await page.waitForTimeout(3000); // WebGL in software takes a moment to draw
mkdirSync(join(projectRoot, "docs"), { recursive: true });
await page.screenshot({ path: join(projectRoot, "docs/jupyterlab.png") });
await browser.close();
await lab.stop();
