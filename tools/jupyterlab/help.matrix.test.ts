import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { projectRoot } from "../../setup/paths.mjs";
import { openChromium } from "../browser/open-chromium.ts";
import { findProgram } from "../programs/find-program.ts";
import { type JupyterLab, startJupyterLab } from "./jupyterlab.ts";
import { runAllCells } from "./run-all-cells.ts";

const chromium = findProgram("chromium");
const folder = join(projectRoot, "build/lab-help/files");
const screenshots = join(projectRoot, "build/screenshots");

const CELLS = [
  String.raw`/** The share $\frac{a}{b}$ of it.
 * @param whole everything */
function share(part: number, whole: number): number { return part / whole; }
const shared = share(1, 2);`,
  "const 词 = '🎉'; console.log(sha",
  "share(1, ",
];

/** A notebook for this project's kernel. */
function notebook(sources: readonly string[]): object {
  const cells = sources.map((source, i) => ({
    cell_type: "code",
    id: `cell-${i}`,
    metadata: {},
    outputs: [],
    execution_count: null,
    source,
  }));
  const kernelspec = { name: "w2v", language: "typescript", display_name: "TypeScript (word2vec-lab)" };
  return { nbformat: 4, nbformat_minor: 5, metadata: { kernelspec }, cells };
}

describe.runIf(chromium)("help in JupyterLab", () => {
  let browser: Browser;
  let lab: JupyterLab;
  let page: Page;
  beforeAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    for (const path of [folder, screenshots]) mkdirSync(path, { recursive: true });
    writeFileSync(join(folder, "help.ipynb"), JSON.stringify(notebook(CELLS)));
    lab = await startJupyterLab(folder, join(projectRoot, "build/lab-help/state"));
    browser = await openChromium(chromium as string);
    page = await browser.newPage({ viewport: { width: 1100, height: 800 } });
    await page.goto(`${lab.url}/lab/tree/help.ipynb?reset`);
    await runAllCells(page);
    await page.waitForSelector('.jp-CodeCell .jp-InputPrompt:text-is("[1]:")', { timeout: 60_000 });
  });
  afterAll(async () => {
    await browser?.close();
    await lab?.stop();
  });

  /** Puts the cursor at the end of a cell. */
  async function goToEnd(cell: number): Promise<void> {
    await page.click(`.jp-CodeCell >> nth=${cell} >> .cm-content`);
    await page.keyboard.press("Control+End");
  }

  test("Tab completes a name after an emoji, and shows what each candidate is", async () => {
    await goToEnd(1);
    const items = page.locator(".jp-Completer-item");
    const press = async (): Promise<boolean> => {
      await page.keyboard.press("Tab");
      const shown = items.first().waitFor({ timeout: 5000 });
      return shown.then(
        () => true,
        () => false,
      );
    };
    // JupyterLab drops what arrives more than a second after the key
    await expect.poll(press, { timeout: 60_000 }).toBe(true);
    expect(await items.locator(".jp-Completer-match").allTextContents()).toEqual(
      expect.arrayContaining(["share", "shared"]),
    );
    expect(await items.first().textContent()).toMatch(/share.*function$/);
    await page.screenshot({ path: join(screenshots, "lab-completion.png") });
    await page.keyboard.press("Enter");
    const cell = page.locator(".jp-CodeCell >> nth=1 >> .cm-content");
    await cell.locator("text=share").waitFor();
    expect(await cell.textContent()).toBe("const 词 = '🎉'; console.log(share");
  });

  test("Shift-Tab shows the signature of a call, and draws the formula in its docstring", async () => {
    await goToEnd(2);
    await page.keyboard.press("Shift+Tab");
    await page.waitForSelector(".jp-Tooltip .mjx-chtml, .jp-Tooltip mjx-container, .jp-Tooltip .katex");
    const text = await page.textContent(".jp-Tooltip");
    expect(text).toContain("share(part: number, whole: number): number");
    expect(text).toContain("This parameter: whole: number — everything");
    expect(text).not.toContain("\\frac");
    await page.screenshot({ path: join(screenshots, "lab-inspection.png") });
  });
});
