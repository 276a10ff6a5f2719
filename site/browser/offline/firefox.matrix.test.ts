import { dirname } from "node:path";
import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { type ServedFolder, serveFolder } from "../../../kernel-helpers/src/serve/index.ts";
import { openFirefox } from "../../../tools/browser/open-firefox.ts";
import { findProgram } from "../../../tools/programs/find-program.ts";
import { notebookAddress } from "../lite/landing-page.ts";

const firefox = findProgram("firefox");
const WAIT = { timeout: 120_000, polling: 200 };

describe.runIf(firefox)("the site for browsers in Firefox, on a plain host", { timeout: 300_000 }, () => {
  let browser: Browser;
  let served: ServedFolder;
  let page: Page;
  beforeAll(async () => {
    served = await serveFolder(dirname(inject("site")), { port: 0 });
    browser = await openFirefox(firefox as string);
    page = await browser.newPage();
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });
  const open = async (path: string, heading: string): Promise<void> => {
    await page.goto(`${served.url}site/${notebookAddress(path)}`);
    const isShown = (text: string): boolean =>
      document.querySelector(".jp-Notebook h1")?.textContent?.includes(text) === true;
    await page.waitForFunction(isShown, WAIT, heading);
  };

  test("a lesson opens and is isolated, though the host sends no header", async () => {
    await open("notebooks/04-cbow.ipynb", "CBOW");
    await page.waitForFunction(() => crossOriginIsolated, WAIT);
    await kernelIsReady(page);
  });

  test("when the host is gone, another lesson opens and its first cell runs", async () => {
    await page.waitForNetworkIdle({ idleTime: 3000 });
    await served.close();
    await open("notebooks/05-skip-gram.ipynb", "Skip-Gram");
    await kernelIsReady(page);
    await page.click(".jp-Notebook .jp-CodeCell .jp-InputPrompt");
    await page.keyboard.down("Control");
    await page.keyboard.press("Enter");
    await page.keyboard.up("Control");
    const hasRun = (): boolean =>
      document.querySelector(".jp-CodeCell .jp-InputPrompt")?.textContent?.includes("[1]") === true;
    await page.waitForFunction(hasRun, WAIT);
    const errors = await page.$$('[data-mime-type="application/vnd.jupyter.error"]');
    expect(errors).toHaveLength(0);
  });
});

async function kernelIsReady(page: Page): Promise<void> {
  await page.waitForSelector('.jp-Notebook-ExecutionIndicator[data-status="idle"]', { timeout: 120_000 });
}
