import type { Page } from "playwright-core";

/** Runs every cell of the open notebook by JupyterLab's own menu, once its kernel is ready: before that the menu does nothing. */
export async function runAllCells(page: Page): Promise<void> {
  await page.waitForSelector(".jp-Notebook .jp-CodeCell", { timeout: 60_000 });
  await page.waitForSelector('.jp-Toolbar-kernelName:has-text("word2vec-lab")', { timeout: 60_000 });
  await page.waitForSelector('.jp-Notebook-ExecutionIndicator[data-status="idle"]', { timeout: 60_000 });
  await page.click(".jp-Notebook .jp-CodeCell .jp-InputPrompt");
  await page.click('.lm-MenuBar-itemLabel:text-is("Run")');
  await page.click('.lm-Menu-itemLabel:text-is("Run All Cells")');
}

/** In the page: every code cell has run and none is waiting. */
export function allCellsHaveRun(): boolean {
  const prompts = [...document.querySelectorAll(".jp-Notebook .jp-CodeCell .jp-InputPrompt")];
  return (
    prompts.length > 0 && prompts.every(({ textContent }) => /^\[\d+\]:$/.test(textContent?.trim() ?? ""))
  );
}
