import { dirname } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { serveFolder } from "../../../kernel-helpers/src/serve/index.ts";
import { openChromium } from "../../../tools/browser/open-chromium.ts";
import { findProgram } from "../../../tools/programs/find-program.ts";
import { notebookAddress } from "../lite/landing-page.ts";
import { isSiteFile } from "./is-site-file.ts";

const chromium = findProgram("chromium");

describe.runIf(chromium)("the site for browsers without a network", { timeout: 240_000 }, () => {
  let browser: Browser;
  let folder = "";
  beforeAll(async () => {
    folder = dirname(inject("site"));
    browser = await openChromium(chromium as string);
  }, 300_000);
  afterAll(() => browser?.close());

  test.each([
    ["a plain host", false],
    ["a host that isolates pages, where no page reloads itself", true],
  ])(
    "after one visit to a lesson on %s, it opens again offline, and a lesson never visited opens and runs",
    async (_, isolated) => {
      const served = await serveFolder(folder, { port: 0, isolated });
      const page = await browser.newPage();
      const asked = new Set<string>();
      page.on("request", (request) => {
        const asGiven = new Request(request.url(), { method: request.method() });
        if (isSiteFile(asGiven, `${served.url}site/`)) asked.add(withoutQuery(request.url()));
      });
      const open = async (path: string, heading: string): Promise<void> => {
        await page.goto(`${served.url}site/${notebookAddress(path)}`);
        await page.waitForSelector(`.jp-Notebook h1:has-text("${heading}")`, { timeout: 60_000 });
      };
      await open("notebooks/00-start-here.ipynb", "Start here");
      await everythingIsKept(page, asked);
      await served.close(); // stop the host: Chromium's own offline mode would keep its cache
      await open("notebooks/00-start-here.ipynb", "Start here");
      await open("notebooks/01-reading-vectors.ipynb", "Reading");
      await runFirstCell(page);
      await page.close();
    },
  );
});

/** The service worker has stored every file of the site that the page and its kernel requested. */
async function everythingIsKept(page: Page, asked: ReadonlySet<string>): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, {
    timeout: 60_000,
  });
  await page.waitForLoadState("networkidle");
  const kept = (): Promise<string[]> =>
    page.evaluate(async () => {
      const names = (await caches.keys()).filter((name) => name.startsWith("word2vec-lab-"));
      const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
      return requests.flat().map(({ url }) => url);
    });
  const missing = async (): Promise<string[]> => {
    const have = new Set((await kept()).map(withoutQuery));
    return [...asked].filter((url) => !have.has(url));
  };
  await expect.poll(missing, { timeout: 60_000 }).toEqual([]);
}

function withoutQuery(url: string): string {
  return url.replace(/[?#].*$/, "");
}

/** Runs the first code cell, which imports kernel-helpers, to its end. */
async function runFirstCell(page: Page): Promise<void> {
  await page.waitForSelector('.jp-Notebook-ExecutionIndicator[data-status="idle"]', { timeout: 60_000 });
  const cell = page.locator(".jp-Notebook .jp-CodeCell").first();
  await cell.locator(".jp-InputPrompt").click();
  await page.keyboard.press("Control+Enter");
  await cell.locator('.jp-InputPrompt:text-is("[1]:")').waitFor({ timeout: 60_000 });
  expect(await cell.locator('[data-mime-type="application/vnd.jupyter.error"]').count()).toBe(0);
}
