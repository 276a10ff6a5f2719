// npm run picture   takes docs/jupyterlab.png, the README's picture, in JupyterLab: a wrong formula with its hint, and beside it
// the map of words at the end of 04-cbow
import "../print/plain-errors.ts";
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { projectRoot } from "../../setup/paths.mjs";
import { openChromium, WEBGL } from "../browser/open-chromium.ts";
import { startJupyterLab } from "../jupyterlab/jupyterlab.ts";
import { allCellsHaveRun, runAllCells } from "../jupyterlab/run-all-cells.ts";
import { findProgram } from "../programs/find-program.ts";
import { sideBySide } from "./side-by-side.ts";
import { wrongAnswer } from "./wrong-answer.ts";

const chromium = findProgram("chromium");
if (chromium === undefined)
  throw new Error("Cannot take the picture: Chromium is missing. Remedy: install Chromium");
const folder = join(projectRoot, "build/picture/files");
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
copyFileSync(join(projectRoot, "notebooks/04-cbow.ipynb"), join(folder, "04-cbow.ipynb"));
writeFileSync(join(folder, "answer.ipynb"), JSON.stringify(wrongAnswer()));
const lab = await startJupyterLab(folder, join(projectRoot, "build/picture/state"));
const browser = await openChromium(chromium, WEBGL);
const context = await browser.newContext({ viewport: { width: 1180, height: 900 }, deviceScaleFactor: 1.5 });

const answer = await runNotebook("answer.ipynb", 3); // the imports above, which need no picture
const hint = await shotOf(answer, 2);
const lesson = await runNotebook("04-cbow.ipynb");
const map = lesson.locator(".js-plotly-plot .main-svg:first-child").last();
await map.scrollIntoViewIfNeeded();
await lesson.mouse.move(0, 0); // over a figure it shows Plotly's buttons
await lesson.waitForTimeout(1000);
await sideBySide(context, [hint, await map.screenshot()], join(projectRoot, "docs/jupyterlab.png"));
await browser.close();
await lab.stop();

/** Opens a notebook of JupyterLab and runs it to its end, or to the cell that fails as number `last`. */
async function runNotebook(name: string, last?: number): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${lab.url}/lab/tree/${name}?reset`);
  await runAllCells(page);
  if (last === undefined)
    await page.waitForFunction(allCellsHaveRun, undefined, { timeout: 280_000, polling: 500 });
  else
    await page
      .locator(".jp-CodeCell")
      .nth(last - 1)
      .locator(".jp-OutputArea-output")
      .waitFor();
  await page.keyboard.press("Control+b"); // hides the side bar
  return page;
}

/** A picture of the code and the outputs of the cells from number `first` on, without what is left of them. */
async function shotOf(page: Page, first: number): Promise<Buffer> {
  await page.setViewportSize({ width: 870, height: 900 });
  await page.locator(".jp-CodeCell .jp-InputPrompt").first().click(); // the active cell has buttons
  await page.waitForTimeout(1000);
  const parts = page.locator(
    `.jp-CodeCell:nth-child(n + ${first}) :is(.jp-InputArea-editor, .jp-OutputArea-output)`,
  );
  const boxes = await parts.evaluateAll((nodes) =>
    nodes.map((node) => node.getBoundingClientRect().toJSON()),
  );
  const x = Math.min(...boxes.map(({ left }) => left));
  const y = Math.min(...boxes.map(({ top }) => top));
  const width = Math.max(...boxes.map(({ right }) => right)) - x;
  const height = Math.max(...boxes.map(({ bottom }) => bottom)) - y;
  return page.screenshot({ clip: { x, y, width, height } });
}
