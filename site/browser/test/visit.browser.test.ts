import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { type ServedFolder, serveFolder } from "../../../kernel-helpers/src/serve/index.ts";
import { projectRoot } from "../../../setup/paths.mjs";
import { openChromium } from "../../../tools/browser/open-chromium.ts";
import { watchPage } from "../../../tools/browser/watch-page.ts";
import { findProgram } from "../../../tools/programs/find-program.ts";
import { notebookAddress } from "../lite/landing-page.ts";
import budget from "../lite/size-budget.json" with { type: "json" };
import { watchDownloads } from "../lite/watch-downloads.ts";

const chromium = findProgram("chromium");
const screenshots = join(projectRoot, "build/screenshots");
const LESSON = notebookAddress("notebooks/04-cbow.ipynb");

describe.runIf(chromium)(
  "a visit to the site for browsers, on a plain static host",
  { timeout: 240_000 },
  () => {
    let browser: Browser;
    let served: ServedFolder;
    let folder = "";
    /** The site is in a folder of the host, not at its root. */
    let site = "";
    let context: BrowserContext;
    let page: Page;

    beforeAll(async () => {
      folder = dirname(inject("site"));
      served = await serveFolder(folder, { port: 0 });
      site = `${served.url}site/`;
      browser = await openChromium(chromium as string);
      mkdirSync(screenshots, { recursive: true });
    }, 300_000);
    afterAll(async () => {
      await browser?.close();
      await served?.close();
    });
    const visit = async (): Promise<void> => {
      await context?.close();
      context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
      page = await context.newPage();
    };

    test("the first page links to a lesson in the view of one notebook", async () => {
      await visit();
      const troubles = watchPage(page, [site]);
      await page.goto(`${site}index.html`);
      await page.screenshot({ path: join(screenshots, "try-landing.png") });
      await page.getByRole("link", { name: "CBOW: the word in the gap" }).click();
      await page.waitForSelector('.jp-Notebook h1:has-text("CBOW")', { timeout: 60_000 });
      expect(page.url()).toBe(site + LESSON);
      expect(troubles).toEqual({ errors: [], foreign: [] });
    });

    test("the list's link to exercises opens them, not the lesson", async () => {
      await visit();
      await page.goto(`${site}index.html`);
      await page.locator('li:has-text("CBOW")').getByRole("link", { name: "exercises" }).click();
      await page.waitForURL(site + notebookAddress("exercises/04-cbow-exercises.ipynb"));
    });

    test(`a first visit loads at most ${budget.gzipBytes / 1e6} MB, and nothing from another host`, async () => {
      await visit();
      const { foreign } = watchPage(page, [site]);
      const downloads = watchDownloads(context, folder);
      await page.goto(site + LESSON);
      await kernelIsReady(page);
      await page.waitForLoadState("networkidle");
      const files = downloads();
      const gzip = files.reduce((sum, file) => sum + file.gzip, 0);
      const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
      console.log(
        `first visit: ${files.length} files, ${mega(bytes)} MB, ${mega(gzip)} MB as gzip; the largest:`,
      );
      for (const file of files.slice(0, 8)) console.log(`  ${mega(file.gzip)} MB  ${file.path}`);
      expect(gzip).toBeLessThanOrEqual(budget.gzipBytes);
      expect(files.some(({ path }) => path.includes("plotly"))).toBe(false);
      expect(foreign).toEqual([]);
    });

    test("the service worker of another site on the same host stays", async () => {
      const neighbour = join(folder, "neighbour");
      mkdirSync(neighbour, { recursive: true });
      writeFileSync(join(neighbour, "index.html"), "<!doctype html><title>Another site</title>");
      writeFileSync(join(neighbour, "worker.js"), "self.addEventListener('fetch', () => {});");
      await visit();
      await page.goto(`${served.url}neighbour/index.html`);
      await page.evaluate(async () => void (await navigator.serviceWorker.register("worker.js")));
      for (const _ of ["first", "second"]) {
        await page.goto(site + notebookAddress("notebooks/00-start-here.ipynb"));
        await page.waitForFunction(() => crossOriginIsolated, undefined, { timeout: 60_000 });
        await kernelIsReady(page);
      }
      const scopes = await page.evaluate(async () =>
        (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
      );
      expect(scopes.sort()).toEqual([`${served.url}neighbour/`, site]);
    });
  },
);

/** The kernel has a name and waits for a cell. */
async function kernelIsReady(page: Page): Promise<void> {
  await page.waitForSelector('.jp-Toolbar-kernelName:has-text("word2vec-lab")', { timeout: 60_000 });
  await page.waitForSelector('.jp-Notebook-ExecutionIndicator[data-status="idle"]', { timeout: 60_000 });
}

function mega(bytes: number): string {
  return (bytes / 1e6).toFixed(2);
}
